// A learner says the goal: in words, by drawing, with symbols, in the first language beside English; any of these together.
import { Trans, useLingui } from '@lingui/react/macro'
import { Languages, type LucideIcon, Pencil, Shapes, Type } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../web/ui/Button.tsx'
import { ManyChips } from '../../web/ui/ChipGroup.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { DrawingSurface } from '../../web/ui/Drawing.tsx'
import { Field, TextAreaField } from '../../web/ui/Field.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { useWorryStop } from '../safeguarding/WorryStop.tsx'
import { ChosenSymbols } from './ChosenSymbols.tsx'
import { draftOf, type OwnWordingDraft, saidOf, type Way, waysOf } from './client.ts'
import type { OwnWording } from './contract.ts'
import { FirstLanguageFields } from './FirstLanguageFields.tsx'
import { wordingRefusal } from './rules.ts'

interface OwnWordingFormProps {
  readonly learnerName: string
  readonly goalWording: string
  readonly said: OwnWording | undefined
  readonly onKeep: (said: OwnWording) => void
  readonly onClose: () => void
}

/** Opens at once. */
export function OwnWordingForm({ learnerName, goalWording, said, onKeep, onClose }: OwnWordingFormProps) {
  const form = useOwnWording(said)
  const { draft, change } = form
  const stop = useWorryStop([draft.wording, draft.firstWording], () => change({ wording: '', firstWording: '' }))
  const keep = () => {
    if (form.check()) stop.before(() => onKeep(form.said))
  }
  return (
    <Dialog
      title={<Trans>{learnerName} says the goal</Trans>}
      size="large"
      isOpen
      onClose={onClose}
      isDismissable={!form.isChanged}
      actions={
        <>
          <Button kind="primary" onPress={keep}>
            <Trans>Keep</Trans>
          </Button>
          <Button onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          {stop.button}
        </>
      }
    >
      <Stack gap="form">
        <p>
          <Trans>The goal: {goalWording}</Trans>
        </p>
        <Ways ways={form.ways} onChange={form.setWays} />
        <Fields form={form} learnerName={learnerName} />
      </Stack>
      {stop.dialogs}
    </Dialog>
  )
}

function Ways({ ways, onChange }: { readonly ways: readonly Way[]; readonly onChange: (ways: readonly Way[]) => void }) {
  const { t } = useLingui()
  const chips: readonly (readonly [Way, string, LucideIcon])[] = [
    ['words', t`Words`, Type],
    ['drawing', t`Drawing`, Pencil],
    ['symbols', t`Symbols`, Shapes],
    ['language', t`First language`, Languages],
  ]
  return (
    <ManyChips
      label={<Trans>How it is said</Trans>}
      chips={chips.map(([id, label, icon]) => ({ id, label, icon }))}
      value={ways}
      onChange={onChange}
    />
  )
}

type Form = ReturnType<typeof useOwnWording>

function Fields({ form, learnerName }: { readonly form: Form; readonly learnerName: string }) {
  const { t } = useLingui()
  const { draft, change, ways, problem } = form
  const shows = (way: Way) => ways.includes(way)
  return (
    <>
      {(shows('words') || shows('language')) && (
        <TextAreaField
          name="own-words"
          label={shows('language') ? <Trans>In English</Trans> : <Trans>In {learnerName}’s words</Trans>}
          hint={<Trans>Exactly as it is said: “I’m trying to show how I know”</Trans>}
          error={problem === 'nothing' ? t`Say, draw or choose something first` : undefined}
          isOptional={shows('language')}
          value={draft.wording}
          onChange={(wording) => change({ wording })}
          maxLength={200}
          width="full"
          rows={2}
        />
      )}
      {shows('language') && <FirstLanguageFields draft={draft} onChange={change} isMissing={problem === 'language'} />}
      {shows('drawing') && (
        <DrawingSurface label={t`Sheet to draw the goal on`} value={draft.drawing} onChange={(drawing) => change({ drawing })} />
      )}
      {shows('symbols') && <ChosenSymbols value={draft.symbols} onChange={(symbols) => change({ symbols })} />}
      {problem === 'nothing' && !shows('words') && !shows('language') && (
        <p role="alert">
          <Trans>Say, draw or choose something first</Trans>
        </p>
      )}
      {!shows('words') && !shows('language') && (
        <Field
          name="own-helped"
          label={<Trans>Who helped</Trans>}
          isOptional
          value={draft.helpedBy}
          onChange={(helpedBy) => change({ helpedBy })}
          maxLength={60}
          autoComplete="off"
        />
      )}
    </>
  )
}

function useOwnWording(before: OwnWording | undefined) {
  const [draft, setDraft] = useState(() => draftOf(before))
  const [ways, setWays] = useState(() => waysOf(draft))
  const [isChanged, setIsChanged] = useState(false)
  const [problem, setProblem] = useState<'nothing' | 'language'>()
  const said = saidOf(draft, ways)
  const change = (next: Partial<OwnWordingDraft>) => {
    setIsChanged(true)
    setProblem(undefined)
    setDraft({ ...draft, ...next })
  }
  /** Whether it can be kept; if not, the form says why. */
  const check = () => {
    const isUnnamed = ways.includes('language') && draft.firstWording.trim() !== '' && draft.language === ''
    const found = isUnnamed ? 'language' : wordingRefusal(said) && 'nothing'
    setProblem(found)
    return found === undefined
  }
  return { draft, change, ways, setWays, said, isChanged, problem, check }
}
