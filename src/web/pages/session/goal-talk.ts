// What the Goal place shows of a group, and the acts on it: each is kept first and said then, and can be undone.
import { useState } from 'react'
import { type KeptTalk, type ShownTalks, undoTalk } from '../../../school/goaltalks/client.ts'
import type { GroupLearner } from '../../../school/learners/client.ts'

export type OpenGoal = ShownTalks['goals'][number]

export interface TalkAbout {
  readonly members: readonly GroupLearner[]
  readonly talks: ShownTalks
}

export interface TalkActs {
  /** The last act, until it is undone. */
  readonly last: { readonly said: string } | undefined
  /** The device could not keep the last one. */
  readonly hasFailed: boolean
  /** Says what was kept once it is. */
  readonly keep: (said: string, keeping: Promise<KeptTalk>) => Promise<void>
  readonly undo: () => Promise<void>
}

export function useTalkActs(): TalkActs {
  const [last, setLast] = useState<{ readonly said: string; readonly kept: KeptTalk }>()
  const [hasFailed, setHasFailed] = useState(false)
  const keep = async (said: string, keeping: Promise<KeptTalk>) => {
    try {
      setLast({ said, kept: await keeping })
      setHasFailed(false)
    } catch {
      setHasFailed(true)
    }
  }
  const undo = async () => {
    if (last !== undefined) await undoTalk(last.kept)
    setLast(undefined)
  }
  return { last, hasFailed, keep, undo }
}
