// The techniques of a session: one is chosen for the moment, its caution in sight; what each told of whom stands beneath.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Id } from '../../core/ids.ts'
import { Button, ButtonLink } from '../../web/ui/Button.tsx'
import { Row, Stack } from '../../web/ui/Layout.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import type { ShownSession } from '../sessions/contract.ts'
import { Catalogue } from '../techniques/Catalogue.tsx'
import { techniqueWords } from '../techniques/client.ts'
import { type Technique, techniques } from '../techniques/contract.ts'
import { TechniqueCard } from '../techniques/TechniqueCard.tsx'
import { type FindingActs, keep, type ShownFindings, takeBack, triedOf } from './client.ts'
import { techniqueRows } from './rules.ts'
import styles from './TechniquePart.module.css'
import { TechniqueTable } from './TechniqueTable.tsx'

interface TechniquePartProps {
  readonly session: ShownSession
  readonly findings: ShownFindings
  readonly acts: FindingActs
  readonly canAct: boolean
  /** Capture with a technique chosen. */
  readonly captureHref: (technique: Technique) => string
}

export function TechniquePart(props: TechniquePartProps) {
  const { findings, canAct } = props
  const [technique, choose] = useState<Technique>()
  const rows = techniqueRows(techniques, findings.moments)
  const criterionNames = new Map(findings.goals.flatMap(({ criteria }) => criteria.map(({ id, shortName }) => [id, shortName] as const)))
  return (
    <Card title={<Trans>Ways to find out</Trans>}>
      <Stack>
        <Catalogue used={rows.map((row) => row.technique)} value={technique} onChoose={choose} />
        {technique !== undefined && (
          <>
            <TechniqueCard technique={technique} />
            {canAct && <Use {...props} technique={technique} />}
          </>
        )}
        {rows.length === 0 ? (
          <p className={styles.soft}>
            <Trans>No way has been noted in the last six weeks. Choose one above, or in capture.</Trans>
          </p>
        ) : (
          <TechniqueTable rows={rows} learners={findings.learners} moments={findings.moments} criterionNames={criterionNames} />
        )}
      </Stack>
    </Card>
  )
}

function Use({ session, findings, acts, captureHref, technique }: TechniquePartProps & { readonly technique: Technique }) {
  const { t } = useLingui()
  const name = t(techniqueWords[technique].name)
  const tried = (learnerId: Id, shortName: string) => {
    const spot = { session, goalId: findings.goals[0]?.id ?? null, criterionId: null, at: new Date() }
    const kept = triedOf(spot, learnerId, technique)
    acts.act(() => keep(kept), { said: t`Kept: ${shortName}, ${name} told nothing`, undo: () => takeBack([kept]) })
  }
  return (
    <>
      <div>
        <ButtonLink href={captureHref(technique)} leadsOn>
          <Trans>Capture with it</Trans>
        </ButtonLink>
      </div>
      <fieldset>
        <legend>
          <Trans>Tried, and it told you nothing? Tap of whom.</Trans>
        </legend>
        <Row>
          {findings.learners.map(({ id, shortName }) => (
            <Button key={id} size="small" aria-label={t`${name} told nothing of ${shortName}`} onPress={() => tried(id, shortName)}>
              {shortName}
            </Button>
          ))}
        </Row>
      </fieldset>
    </>
  )
}
