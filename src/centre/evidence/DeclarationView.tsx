// What the author declared with a submission, in whole sentences.
import { Trans } from '@lingui/react/macro'
import type { Declaration } from '../../core/sources.ts'

interface DeclarationViewProps {
  readonly declaration: Declaration | null
  readonly byName: string | null
  /** How deep it stands on its page. */
  readonly level: 'h2' | 'h3'
}

export function DeclarationView({ declaration, byName, level: Heading }: DeclarationViewProps) {
  if (declaration === null) return null
  const { hadHelp, help, usedAi, ai } = declaration
  return (
    <section>
      <Heading>
        <Trans>Declaration</Trans>
      </Heading>
      <p>
        <Trans>{byName}: this is my own work, in my own words.</Trans>{' '}
        {hadHelp ? <Trans>I had help: {help}</Trans> : <Trans>Nobody helped me.</Trans>}
      </p>
      {usedAi ? (
        <ul>
          {ai.map(({ tool, usedFor }) => (
            <li key={`${tool} ${usedFor}`}>
              <Trans>
                AI used: {tool}, for {usedFor}
              </Trans>
            </li>
          ))}
        </ul>
      ) : (
        <p>
          <Trans>No AI tool was used.</Trans>
        </p>
      )}
    </section>
  )
}
