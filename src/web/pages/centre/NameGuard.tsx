// R13 while somebody writes in a centre: names of her own learners are said beside the field, and asked about before anything is sent.
// Where no names are known, words that look like names are said. What the browser knows of the school never goes to the centre.
import { Trans } from '@lingui/react/macro'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { Registration } from '../../../centre/registrations/contract.ts'
import type { Refusal } from '../../../core/errors.ts'
import { type KnownNames, namesIn, namesToAsk, wordsLikeNames } from '../../../core/names.ts'
import { SendGuarded } from '../../asking.ts'
import { useMember } from '../../member.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { WordsWatched } from '../../ui/watched-words.ts'
import { useKnownNames } from './known-names.ts'

/** Says whose names may stand on this page; what it returns takes that back. */
type TellPeople = (names: readonly string[]) => () => void
const PeopleContext = createContext<TellPeople>(() => () => undefined)

/** On the page of a unit: names of the people between whom it stands may be written, and other words that look like names are pointed at. */
export function usePeopleOfUnit(names: readonly (string | null)[]): void {
  const tell = useContext(PeopleContext)
  const said = names.filter((name) => name !== null).join('\n')
  useEffect(() => tell(said.split('\n')), [tell, said])
}

/** Whose names may stand on a unit’s pages, and where it is. */
export function peopleOf({
  candidateName,
  assessorName,
  tutorName,
  countersignerName,
  iqaName,
  site,
}: Registration): readonly (string | null)[] {
  return [candidateName, assessorName, tutorName, countersignerName, iqaName, site]
}

interface Question {
  readonly words: readonly string[]
  readonly answer: (isSomebodyElse: boolean) => void
}

/** Around every page of a centre. */
export function NameGuard({ children }: { readonly children: ReactNode }) {
  const { name, organisationName } = useMember()
  const names = useKnownNames()
  const [people, setPeople] = useState<readonly string[]>()
  const [others, setOthers] = useState<readonly string[]>([])
  const [question, setQuestion] = useState<Question>()
  const known: KnownNames = useMemo(
    () => ({ names, fine: [name, organisationName, ...(people ?? []), ...others] }),
    [names, name, organisationName, people, others],
  )
  const latest = useRef(known)
  latest.current = known
  const guard = useCallback(async (input: unknown): Promise<Refusal | undefined> => {
    const found = namesToAsk(input, latest.current)
    const [first] = found
    if (first === undefined) return undefined
    const words = [...new Set(found.map(({ word }) => word))]
    const isSomebodyElse = await new Promise<boolean>((answer) => setQuestion({ words, answer }))
    setQuestion(undefined)
    if (!isSomebodyElse) return { code: 'refused', reason: 'names_a_learner', field: first.field }
    setOthers((before) => [...before, ...words])
    return undefined
  }, [])
  const tell = useCallback((some: readonly string[]) => {
    setPeople(some)
    return () => setPeople(undefined)
  }, [])
  const isGuessing = names.length === 0 && people !== undefined
  const watch = useCallback(
    (text: string, isProse: boolean) => <NameNotice text={text} known={known} isGuessing={isGuessing && isProse} />,
    [known, isGuessing],
  )
  return (
    <PeopleContext value={tell}>
      <SendGuarded value={guard}>
        <WordsWatched value={watch}>{children}</WordsWatched>
      </SendGuarded>
      {question !== undefined && <AskAbout {...question} />}
    </PeopleContext>
  )
}

const quoted = (words: readonly string[]) => words.map((word) => `“${word}”`).join(', ')

function AskAbout({ words, answer }: Question) {
  const said = quoted(words)
  return (
    <Dialog
      isOpen
      size="small"
      title={<Trans>Is {said} a learner of yours?</Trans>}
      onClose={() => answer(false)}
      actions={
        <>
          <Button kind="primary" onPress={() => answer(false)}>
            <Trans>Go back and write a letter</Trans>
          </Button>
          <Button onPress={() => answer(true)}>
            <Trans>No, it is somebody or something else</Trans>
          </Button>
        </>
      }
    >
      <Stack>
        <p>
          <Trans>No learner is named in a portfolio: write Learner B.</Trans>
        </p>
        <p>
          <Trans>Only this browser knows the names of your learners. The centre is not told them.</Trans>
        </p>
      </Stack>
    </Dialog>
  )
}

interface NameNoticeProps {
  readonly text: string
  readonly known: KnownNames
  readonly isGuessing: boolean
}

/** Beside what is written: a learner’s name, or a word that looks like one where no names are known. */
export function NameNotice({ text, known, isGuessing }: NameNoticeProps) {
  const words = text === '' ? [] : namesIn(text, known)
  const said = quoted(words)
  if (words.length > 0)
    return (
      <Notice kind="warn" isLive title={<Trans>{said}: write a letter instead, such as Learner B.</Trans>}>
        <Trans>A learner of yours has that name. No learner is named in a portfolio.</Trans>
      </Notice>
    )
  return isGuessing ? <NameGuess text={text} fine={known.fine} /> : null
}

/** A guess from capitals, which says what it can’t know. */
export function NameGuess({ text, fine }: { readonly text: string; readonly fine: readonly string[] }) {
  const words = wordsLikeNames(text, fine)
  const said = quoted(words)
  if (words.length === 0) return null
  return (
    <Notice kind="warn" isLive title={<Trans>Is {said} a child? Write a letter instead.</Trans>}>
      <Trans>A guess from capital letters. This device knows no names, and misses one that is written small.</Trans>
    </Notice>
  )
}
