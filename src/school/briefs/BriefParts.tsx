// The parts of a brief that were written, each entry with its source; the missing ones as buttons that write them.
import { Trans, useLingui } from '@lingui/react/macro'
import { EllipsisVertical, History, Pencil, Plus, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useDays } from '../../web/days.ts'
import { Button, IconButton } from '../../web/ui/Button.tsx'
import { Menu } from '../../web/ui/Menu.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import { useMisconceptions } from '../misconceptions/client.ts'
import { offeredFor, ofSubject } from '../misconceptions/rules.ts'
import styles from './BriefParts.module.css'
import { useFormWords, useMomentWords, usePartTitles, useSourceWords } from './BriefWords.tsx'
import {
  type BriefAct,
  type BriefSession,
  type EntryDraft,
  emptyDraft,
  keepEntries,
  newEntry,
  type ShownBrief,
  type ShownEntry,
  takeAway,
} from './client.ts'
import { BriefPart } from './contract.ts'
import { EntryForm, type Suggestion } from './EntryForm.tsx'
import { earlierOf, linesOf, neededParts } from './rules.ts'

interface BriefPartsProps {
  readonly brief: ShownBrief
  readonly session: BriefSession
  readonly canWrite: boolean
  readonly isTeacher: boolean
  readonly onAct: (act: BriefAct) => void
}

/** The part that is being written: a new entry of it, or another in the place of one. */
interface Writing {
  readonly part: BriefPart
  readonly before: ShownEntry | undefined
}

export function BriefParts({ brief, session, canWrite, isTeacher, onAct }: BriefPartsProps) {
  const titles = usePartTitles()
  const [writing, setWriting] = useState<Writing>()
  const there = BriefPart.options.filter((part) => !brief.gaps.includes(part) || (writing?.part === part && writing.before === undefined))
  const done = () => setWriting(undefined)
  const form = writing && (
    <WrittenForm brief={brief} session={session} isTeacher={isTeacher} writing={writing} onAct={onAct} onDone={done} />
  )
  return (
    <Card>
      <div className={styles.parts}>
        {there.map((part) => (
          <section key={part} className={styles.part}>
            <div className={styles.head}>
              <h3 className={styles.title}>{titles[part]}</h3>
              {canWrite && writing?.part !== part && <More part={part} onPress={() => setWriting({ part, before: undefined })} />}
            </div>
            <Entries
              brief={brief}
              entries={brief.entries.filter((entry) => entry.part === part)}
              changing={writing?.before?.id}
              form={form}
              onChange={canWrite ? (before) => setWriting({ part, before }) : undefined}
              onTakeAway={canWrite ? (entry) => void takeAway(session, entry).then(onAct) : undefined}
            />
            {writing?.part === part && writing.before === undefined && form}
            {part === 'objective' && <OfGoals brief={brief} />}
          </section>
        ))}
        {canWrite && (
          <Gaps gaps={brief.gaps.filter((part) => part !== writing?.part)} onWrite={(part) => setWriting({ part, before: undefined })} />
        )}
      </div>
    </Card>
  )
}

function More({ part, onPress }: { readonly part: BriefPart; readonly onPress: () => void }) {
  const { t } = useLingui()
  const title = usePartTitles()[part]
  return <IconButton icon={Plus} label={t`Add to: ${title}`} onPress={onPress} />
}

/** What the group's open goals say: the goal where nobody has written what is to be learnt, and the success criteria, by which one will know. */
function OfGoals({ brief }: { readonly brief: ShownBrief }) {
  const goals = brief.goals.slice(0, 2)
  const isWritten = brief.entries.some(({ part }) => part === 'objective')
  return goals.map(({ id, wording, criteria }) => (
    <div key={id}>
      {!isWritten && (
        <>
          <p className={styles.words}>{wording}</p>
          <p className={styles.from}>
            <Trans>The group’s open goal</Trans>
          </p>
        </>
      )}
      <ol className={styles.criteria}>
        {criteria.map((one) => (
          <li key={one.id}>{one.childText}</li>
        ))}
      </ol>
    </div>
  ))
}

function Gaps({ gaps, onWrite }: { readonly gaps: readonly BriefPart[]; readonly onWrite: (part: BriefPart) => void }) {
  const titles = usePartTitles()
  if (gaps.length === 0) return null
  return (
    <section className={styles.part}>
      <h3 className={styles.title}>
        <Trans>Not in the brief yet</Trans>
      </h3>
      <div className={styles.gaps}>
        {gaps.map((part) => (
          <Button key={part} size="small" kind={neededParts.includes(part) ? 'plain' : 'quiet'} icon={Plus} onPress={() => onWrite(part)}>
            {titles[part]}
          </Button>
        ))}
      </div>
    </section>
  )
}

interface EntriesProps {
  readonly brief: ShownBrief
  readonly entries: readonly ShownEntry[]
  readonly changing: string | undefined
  readonly form: ReactNode
  readonly onChange: ((entry: ShownEntry) => void) | undefined
  readonly onTakeAway: ((entry: ShownEntry) => void) | undefined
}

function Entries({ brief, entries, changing, form, onChange, onTakeAway }: EntriesProps) {
  if (entries.length === 0) return null
  return (
    <ul className={styles.entries}>
      {entries.map((entry) => (
        <li key={entry.id} className={styles.entry}>
          {entry.id === changing ? form : <Entry brief={brief} entry={entry} onChange={onChange} onTakeAway={onTakeAway} />}
        </li>
      ))}
    </ul>
  )
}

type EntryProps = Pick<EntriesProps, 'brief' | 'onChange' | 'onTakeAway'> & { readonly entry: ShownEntry }

function Entry({ brief, entry, onChange, onTakeAway }: EntryProps) {
  const { t } = useLingui()
  const [isWhole, setIsWhole] = useState(false)
  const earlier = earlierOf(brief.written, entry).filter(({ isGone }) => !isGone)
  const { words } = entry
  const acts = [
    ...(onChange === undefined ? [] : [{ id: 'change', label: t`Change`, icon: Pencil, onAction: () => onChange(entry) }]),
    ...(onTakeAway === undefined ? [] : [{ id: 'take-away', label: t`Take away`, icon: X, onAction: () => onTakeAway(entry) }]),
    ...(earlier.length === 0 ? [] : [{ id: 'before', label: t`What stood before`, icon: History, onAction: () => setIsWhole(!isWhole) }]),
  ]
  return (
    <>
      <About entry={entry} />
      <p className={styles.words}>{words}</p>
      <From entry={entry} />
      {brief.atOnce.has(entry.id) && (
        <p className={styles.atOnce}>
          <Trans>Two people changed this at the same time: both are here. Take one away, or put them together.</Trans>
        </p>
      )}
      {isWhole && (
        <ul className={styles.earlier}>
          {earlier.map((one) => (
            <li key={one.id}>
              <p className={styles.words}>{one.words}</p>
              <From entry={one} />
            </li>
          ))}
        </ul>
      )}
      {acts.length > 0 && (
        <div className={styles.corner}>
          <Menu label={t`More for: ${words}`} icon={EllipsisVertical} isLabelHidden acts={acts} />
        </div>
      )}
    </>
  )
}

/** When and how, by when and in which form: what a part has beside its words. */
function About({ entry: { moment, technique, byWhen, form } }: { readonly entry: ShownEntry }) {
  const { t } = useLingui()
  const moments = useMomentWords()
  const forms = useFormWords()
  const said = [
    moment === null ? undefined : moments[moment],
    technique ?? undefined,
    byWhen === null ? undefined : t`by ${byWhen}`,
    form === null ? undefined : forms[form],
  ].filter((one) => one !== undefined)
  return said.length > 0 && <p className={styles.about}>{said.join(', ')}</p>
}

function From({ entry }: { readonly entry: ShownEntry }) {
  const { t } = useLingui()
  const sources = useSourceWords()
  const { moment } = useDays()
  const { source, toldBy, writtenByName, writtenAt, isWaiting } = entry
  const when = moment(writtenAt)
  const from = sources[source]
  const isOwn = source === 'teacher' && toldBy === null
  return (
    <p className={styles.from}>
      {isOwn
        ? t`${from}: ${writtenByName}, ${when}`
        : toldBy === null
          ? t`${from}, by ${writtenByName}, ${when}`
          : t`${from}: ${toldBy}, written down by ${writtenByName}, ${when}`}
      {isWaiting && (
        <>
          {' '}
          <span className={styles.waiting}>
            <Trans>Not sent yet</Trans>
          </span>
        </>
      )}
    </p>
  )
}

interface WrittenFormProps extends Omit<BriefPartsProps, 'canWrite'> {
  readonly writing: Writing
  readonly onDone: () => void
}

function WrittenForm({ brief, session, isTeacher, writing: { part, before }, onAct, onDone }: WrittenFormProps) {
  const title = usePartTitles()[part]
  const suggestions = useSuggestions(brief, part)
  const known = useMisconceptions()
  const teacher = brief.teachers[0]?.name ?? null
  const fresh: EntryDraft = { ...emptyDraft, source: isTeacher ? 'teacher' : 'plan', toldBy: isTeacher ? null : teacher }
  const keep = async (draft: EntryDraft) => {
    onAct(await keepEntries(session, [newEntry(session.id, part, draft, before)]))
    onDone()
  }
  return (
    <EntryForm
      key={`${part} ${before?.id}`}
      part={part}
      title={title}
      draft={before === undefined ? fresh : draftOf(before)}
      suggestions={before === undefined ? suggestions : []}
      misconceptions={known.state === 'answered' ? offeredFor(ofSubject(known.answer, session.subject), null) : []}
      isTeacher={isTeacher}
      names={brief.learners.map(({ givenName }) => givenName)}
      onKeep={keep}
      onCancel={onDone}
    />
  )
}

const draftOf = ({ words, moment, technique, byWhen, form, source, toldBy }: EntryDraft): EntryDraft => ({
  words,
  moment,
  technique,
  byWhen,
  form,
  source,
  toldBy,
})

/** What is known already: the group's open goals for the objective, the last objective for what they know, the last brief for the rest. */
function useSuggestions(brief: ShownBrief, part: BriefPart): readonly Suggestion[] {
  const { t } = useLingui()
  const before = brief.earlier?.entries ?? []
  const last = (wanted: BriefPart) =>
    before
      .filter((entry) => entry.part === wanted)
      .map((entry) => ({
        words: entry.words,
        from: t`Last time`,
        draft: draftOf({ ...entry, toldBy: entry.toldBy ?? entry.writtenByName }),
      }))
  if (part === 'objective') return brief.goals.slice(0, 3).map(({ wording }) => ({ words: wording, from: t`Goal` }))
  if (part === 'prior_learning')
    return linesOf(
      before.filter((entry) => entry.part === 'objective'),
      2,
    ).map((words) => ({ words, from: t`Last time’s objective` }))
  return last(part).slice(0, 3)
}
