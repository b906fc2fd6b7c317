// The capture screen between two acts: who is picked, what is noted beside the level of help, what was kept last. Pure.
import type { Id } from '../../../core/ids.ts'
import { type Draft, emptyDraft } from './keeping.ts'

/** What opens above the ladder. */
export type Tool = 'words' | 'photo' | 'joining' | 'near' | 'note'

/** What was picked and noted when an act began. */
export interface Picks {
  readonly picked: readonly Id[]
  readonly draft: Draft
}

export interface KeptAct {
  /** "Kept: Callum and Maisie, clue" */
  readonly text: string
  readonly undo: () => Promise<void>
  /** What undoing picks again. */
  readonly picks: Picks
}

export interface ScreenState extends Picks {
  readonly tool: Tool | undefined
  readonly kept: KeptAct | undefined
  /** Acts on their way to the disk. */
  readonly keeping: number
  /** The device could not keep the last act: nothing of it is lost, it stands as it was. */
  readonly isFailed: boolean
}

export type ScreenAct =
  | { readonly type: 'picked'; readonly learnerId: Id; readonly isPicked: boolean }
  | { readonly type: 'cleared' }
  /** A goal is this learner's alone: nobody else can stay picked, unseen. */
  | { readonly type: 'narrowed'; readonly learnerId: Id }
  /** Its button: opens it, or closes it when it is open. */
  | { readonly type: 'tool'; readonly tool: Tool }
  /** Something in it has to be seen. */
  | { readonly type: 'shown'; readonly tool: Tool }
  | { readonly type: 'noted'; readonly noted: Partial<Draft> }
  | { readonly type: 'keeping' }
  | { readonly type: 'kept'; readonly kept: KeptAct }
  | { readonly type: 'failed'; readonly picks: Picks }
  | { readonly type: 'undone'; readonly picks: Picks }

export const atRest: ScreenState = { picked: [], draft: emptyDraft, tool: undefined, kept: undefined, keeping: 0, isFailed: false }

/** What an act makes of the screen. */
export function nextState(state: ScreenState, act: ScreenAct): ScreenState {
  switch (act.type) {
    case 'picked': {
      const others = state.picked.filter((id) => id !== act.learnerId)
      return { ...state, picked: act.isPicked ? [...others, act.learnerId] : others, kept: undefined, isFailed: false }
    }
    case 'narrowed':
      return { ...state, picked: state.picked.filter((id) => id === act.learnerId) }
    case 'cleared':
      return restAfter(state, 0)
    case 'tool':
      return { ...state, tool: act.tool === state.tool ? undefined : act.tool, kept: undefined }
    case 'shown':
      return { ...state, tool: act.tool, kept: undefined }
    case 'noted':
      return { ...state, draft: { ...state.draft, ...act.noted }, kept: undefined }
    case 'keeping':
      return restAfter(state, 1)
    case 'kept':
      return { ...state, keeping: state.keeping - 1, kept: hasBegun(state) ? undefined : act.kept }
    case 'failed':
      return { ...(hasBegun(state) ? state : { ...state, ...act.picks }), keeping: state.keeping - 1, isFailed: true }
    case 'undone':
      return { ...state, kept: undefined, ...(hasBegun(state) ? {} : act.picks) }
  }
}

/** Nothing is picked or noted; how it is found out stays chosen. */
function restAfter({ draft, keeping }: ScreenState, more: number): ScreenState {
  return { ...atRest, draft: { ...emptyDraft, way: draft.way }, keeping: keeping + more }
}

/** Whether the next act is under way already. */
function hasBegun({ picked, tool }: ScreenState): boolean {
  return picked.length > 0 || tool !== undefined
}
