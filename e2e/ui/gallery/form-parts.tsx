// Fields with their hints and errors, choices, and the error summary.
import { useState } from 'react'
import type { Drawing } from '../../../src/core/drawing.ts'
import type { SymbolName } from '../../../src/core/symbols.ts'
import { Button } from '../../../src/web/ui/Button.tsx'
import { ChipGroup, ManyChips } from '../../../src/web/ui/ChipGroup.tsx'
import { DrawingPicture, DrawingSurface } from '../../../src/web/ui/Drawing.tsx'
import { ErrorSummary } from '../../../src/web/ui/ErrorSummary.tsx'
import { CheckboxField, Field, SelectField, TextAreaField } from '../../../src/web/ui/Field.tsx'
import { LearnerSymbol } from '../../../src/web/ui/LearnerSymbol.tsx'
import { Card } from '../../../src/web/ui/PageHeader.tsx'
import { Square, squareStates } from '../../../src/web/ui/Square.tsx'
import { SymbolPicker } from '../../../src/web/ui/SymbolPicker.tsx'

export function FormParts() {
  const [attempt, setAttempt] = useState(0)
  const [name, setName] = useState('')
  const isWrong = attempt > 0 && name === ''
  return (
    <section id="form-parts" aria-label="Form parts">
      <Card title="A form">
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            setAttempt(attempt + 1)
          }}
        >
          <ErrorSummary
            attempt={attempt}
            problems={isWrong ? [{ name: 'group-name', message: 'Give the group a name' }, { message: 'Choose at least one learner' }] : []}
          />
          <Field
            name="group-name"
            label="Name of the group"
            hint="As the children know it"
            error={isWrong ? 'Give the group a name' : undefined}
            value={name}
            onChange={setName}
          />
          <Field name="from" label="From" type="date" width="short" defaultValue="2026-11-24" />
          <Field name="size" label="How many" type="number" width="short" isOptional />
          <SelectField
            name="subject"
            label="Subject"
            placeholder="Choose a subject"
            defaultValue=""
            options={[{ id: 'maths', label: 'Mathematics' }]}
          />
          <TextAreaField name="seen" label="What was seen" error="Say what was seen" defaultValue="" />
          <CheckboxField name="photo" label="Take photos of work" hint="Only of the work, never of a face" />
          <Button type="submit" kind="primary">
            Make the group
          </Button>
        </form>
      </Card>
      <Choices />
    </section>
  )
}

function Choices() {
  const [view, setView] = useState<string | undefined>('squares')
  const [response, setResponse] = useState<string>()
  const [many, setMany] = useState<readonly string[]>(['joining'])
  const [drawing, setDrawing] = useState<Drawing>()
  const [symbol, setSymbol] = useState<SymbolName | null>('owl')
  return (
    <Card title="Choices">
      <ChipGroup
        label="How to look"
        isLabelHidden
        look="joined"
        isNeeded
        value={view}
        onChange={setView}
        chips={[
          { id: 'squares', label: 'Squares' },
          { id: 'need', label: 'Needs most first' },
        ]}
      />
      <ChipGroup
        label="Response"
        value={response}
        onChange={setResponse}
        chips={squareStates.slice(1).map((state) => ({ id: state, label: <Square state={state} word="seen" /> }))}
      />
      <ManyChips
        label="Joining in"
        hint="As many as fit"
        value={many}
        onChange={setMany}
        chips={[
          { id: 'watching', label: 'Watching' },
          { id: 'joining', label: 'Joining' },
        ]}
      />
      <p>
        {squareStates.map((state) => (
          <Square key={state} state={state} size="large" word="seen" />
        ))}
        <LearnerSymbol name="fox" of="Ben" size="large" />
        <LearnerSymbol name={null} of="Zara" size="small" />
      </p>
      <SymbolPicker label="My symbol" value={symbol} onChange={setSymbol} taken={new Set<SymbolName>(['fox'])} />
      <DrawingSurface label="Sheet to draw on" value={drawing} onChange={setDrawing} />
      <DrawingPicture drawing={{ lines: [{ pen: 'red', points: [20, 20, 200, 20, 200, 120] }] }} label="A corner" />
    </Card>
  )
}
