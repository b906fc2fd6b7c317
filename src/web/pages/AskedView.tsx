// An answer, the wait for it, or why there is none and what to do; and from when it is, without network.
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { moment } from '../../core/time.ts'
import type { Asked } from '../asking.ts'
import { useDays } from '../days.ts'
import { type Reasons, useRefusalWords } from '../messages.ts'
import { Button } from '../ui/Button.tsx'
import { Loading, Notice } from '../ui/Notice.tsx'

interface AskedViewProps<T> {
  readonly asked: Asked<T>
  readonly reasons?: Reasons
  readonly children: (answer: T) => ReactNode
}

export function AskedView<T>({ asked, reasons = {}, children }: AskedViewProps<T>) {
  const words = useRefusalWords(reasons)
  if (asked.state === 'loading') return <Loading />
  if (asked.state === 'failed') {
    return (
      <Notice
        kind="bad"
        isLive
        title={words(asked.refusal)}
        action={
          <Button size="small" onPress={asked.again}>
            <Trans>Try again</Trans>
          </Button>
        }
      />
    )
  }
  return (
    <>
      {asked.isKept && <AnswerOfThen at={asked.answeredAt} />}
      {children(asked.answer)}
    </>
  )
}

function AnswerOfThen({ at }: { readonly at: number }) {
  const days = useDays()
  const then = days.moment(moment(new Date(at)))
  return (
    <Notice kind="warn">
      <Trans>Without network: this is how it was on {then}.</Trans>
    </Notice>
  )
}
