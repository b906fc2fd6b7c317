// The whole log of a learner's achievements: what could be kept, the child's own entries, and the sheet to take home.
import { Trans } from '@lingui/react/macro'
import { Plus, Printer } from 'lucide-react'
import { useState } from 'react'
import { AchievementForm } from '../../../school/achievements/AchievementForm.tsx'
import { type ShownLog, useLog, useLogActs } from '../../../school/achievements/client.ts'
import { LogSaid } from '../../../school/achievements/LogSaid.tsx'
import { LogSheet } from '../../../school/achievements/LogSheet.tsx'
import { Offers } from '../../../school/achievements/Offers.tsx'
import { isClassroomStaff } from '../../../school/groups/policy.ts'
import { useActor } from '../../member.ts'
import { AskedView } from '../../ui/AskedView.tsx'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { EmptyState } from '../../ui/Notice.tsx'
import { Card, PageHeader } from '../../ui/PageHeader.tsx'
import { NotMyLearner } from '../groups/NotYours.tsx'
import { paths, useIdOf } from '../paths.ts'
import styles from './AchievementsPage.module.css'

export function AchievementsPage() {
  const learnerId = useIdOf('learnerId')
  const asked = useLog(learnerId)
  return (
    <AskedView asked={asked} whenRefused={<NotMyLearner />}>
      {(log) => <Found key={learnerId} log={log} />}
    </AskedView>
  )
}

function Found({ log }: { readonly log: ShownLog }) {
  const [isWriting, setIsWriting] = useState(false)
  const acts = useLogActs(log.learner.id)
  const canKeep = isClassroomStaff(useActor())
  const { learner, entries, offers } = log
  return (
    <>
      <div className={styles.screen}>
        <PageHeader
          title={<Trans>{learner.name}’s achievements</Trans>}
          about={<Trans>In the child’s own words, kept when the child wants it kept.</Trans>}
          actions={
            <>
              {canKeep && (
                <Button kind="primary" icon={Plus} aria-expanded={isWriting} onPress={() => setIsWriting(true)}>
                  <Trans>Write one</Trans>
                </Button>
              )}
              {entries.length > 0 && (
                <Button icon={Printer} onPress={() => window.print()}>
                  <Trans>Print</Trans>
                </Button>
              )}
              <ButtonLink kind="quiet" href={paths.learner(learner.id)}>
                <Trans>{learner.name}’s page</Trans>
              </ButtonLink>
            </>
          }
        />
      </div>
      <Stack>
        {isWriting && (
          <Card>
            <AchievementForm
              learnerName={learner.name}
              onKeep={async (entry) => {
                await acts.keep(entry)
                setIsWriting(false)
              }}
              onCancel={() => setIsWriting(false)}
            />
          </Card>
        )}
        <div className={canKeep && offers.length > 0 ? styles.columns : undefined}>
          {canKeep && offers.length > 0 && (
            <div className={styles.offers}>
              <Card title={<Trans>Could go into the log</Trans>}>
                <Offers offers={offers} learnerName={learner.name} acts={acts} />
              </Card>
            </div>
          )}
          {entries.length === 0 ? (
            <EmptyState title={<Trans>Nothing is kept yet</Trans>}>
              <Trans>A “met”, an improvement or a quoted sentence can go in, and whatever {learner.name} is proud of.</Trans>
            </EmptyState>
          ) : (
            <LogSheet log={log} onTakeOut={canKeep ? (entry) => void acts.takeOut(entry) : undefined} />
          )}
        </div>
      </Stack>
      <LogSaid acts={acts} />
    </>
  )
}
