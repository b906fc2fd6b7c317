// Waiting for me: what others need from me, by kind and counted. Nothing is pushed; it stands here until it is done.
import { Plural, Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Waiting } from '../../../school/today/contract.ts'
import { useDays } from '../../days.ts'
import { TextLink } from '../../ui/Button.tsx'
import { paths } from '../paths.ts'
import styles from './WaitingForMe.module.css'

export function WaitingForMe({ waiting }: { readonly waiting: Waiting }) {
  const kinds = useKinds(waiting).filter(({ lines }) => lines.length > 0)
  return (
    <section aria-labelledby="waiting-for-me" className={styles.sheet}>
      <h2 id="waiting-for-me">
        <Trans>Waiting for me</Trans>
      </h2>
      {kinds.length === 0 ? (
        <p className={styles.none}>
          <Trans>Nothing waits for you.</Trans>
        </p>
      ) : (
        kinds.map(({ name, title, lines }) => (
          <div key={name}>
            <h3 className={styles.kind}>{title}</h3>
            <ul className={styles.list}>
              {lines.map(({ key, href, words, about }) => (
                <li key={key} className={styles.line}>
                  <TextLink href={href}>{words}</TextLink>
                  <span className={styles.about}>{about}</span>
                </li>
              ))}
            </ul>
          </div>
        ))
      )}
    </section>
  )
}

interface Line {
  readonly key: string
  readonly href: string
  readonly words: ReactNode
  readonly about: ReactNode
}

interface Kind {
  readonly name: string
  /** With the count: "2 briefs". */
  readonly title: ReactNode
  readonly lines: readonly Line[]
}

type Days = ReturnType<typeof useDays>

/** One function for each kind. */
function useKinds(waiting: Waiting): readonly Kind[] {
  const days = useDays()
  return [briefs(waiting.briefs, days)]
}

function briefs(questions: Waiting['briefs'], days: Days): Kind {
  return {
    name: 'briefs',
    title: <Plural value={questions.length} one="# brief" other="# briefs" />,
    lines: questions.map(({ sessionId, groupName, startedAt, askedByName }) => ({
      key: sessionId,
      href: paths.questions(sessionId),
      words: <Trans>Answer four questions on {groupName}</Trans>,
      about: (
        <Trans>
          {askedByName}, for {days.moment(startedAt)}
        </Trans>
      ),
    })),
  }
}
