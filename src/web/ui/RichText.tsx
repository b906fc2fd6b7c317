// A text one writes at length: a box with its name, tools above it in one row, and nothing that takes the Tab key away.
import { useLingui } from '@lingui/react/macro'
import { Bold, Heading, Italic, List, ListOrdered, type LucideIcon, Quote, Redo2, Undo2 } from 'lucide-react'
import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from 'react'
import type { Writing } from '../../core/writing.ts'
import { Notice } from './Notice.tsx'
import styles from './RichText.module.css'
import {
  applyTool,
  canUse,
  createRichText,
  insertCitation,
  insertExample,
  type Reading,
  type RichTextEditor,
  type Tool,
} from './rich-text.ts'
import { moveOf, placeAfter } from './roving.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'

/** What a page does to the text from outside of it: at the cursor, which then has the focus. */
export interface RichTextHand {
  readonly cite: (citation: { readonly sourceId: string; readonly at: string }) => void
  readonly quote: (example: { readonly evidenceId: string; readonly reference: string; readonly sentence: string }) => void
}

export interface RichTextTool {
  readonly label: string
  readonly icon: LucideIcon
  readonly onPress: (hand: RichTextHand) => void
}

interface RichTextProps extends Reading {
  /** The element that names the box, by its id. */
  readonly labelledBy: string
  readonly describedBy?: string
  /** What stands in it first; another `key` begins anew. */
  readonly initial: Writing
  readonly onChange: (writing: Writing) => void
  /** Tools of the page's own, after the editor's. */
  readonly tools?: readonly RichTextTool[]
}

export function RichText({ labelledBy, describedBy, initial, onChange, cite, tools = [] }: RichTextProps) {
  const { t } = useLingui()
  const hintId = useId()
  const { box, rich, isTooLong } = useRichText({
    labelledBy,
    describedBy: `${describedBy ?? ''} ${hintId}`.trim(),
    initial,
    onChange,
    cite,
  })
  return (
    <div className={styles.frame}>
      {rich !== undefined && <Tools rich={rich} label={t`Tools for the text`} tools={tools} />}
      <div ref={box} className={styles.box} lang="en-GB" />
      {isTooLong && (
        <Notice
          kind="bad"
          isLive
          title={t`This text is longer than can be kept. Take something out; until then its last words are only here.`}
        />
      )}
      <span id={hintId} hidden>
        {t`Alt and F10 go to the tools, Escape comes back.`}
      </span>
    </div>
  )
}

type Parts = Pick<RichTextProps, 'labelledBy' | 'initial' | 'onChange' | 'cite'> & { readonly describedBy: string }

/** Binds the editor to React: made once in its element, told what to call when, rendered again when its state changes. */
function useRichText({ labelledBy, describedBy, initial, onChange, cite }: Parts) {
  const box = useRef<HTMLDivElement>(null)
  const [rich, setRich] = useState<RichTextEditor>()
  const [, setState] = useState(0)
  const [isTooLong, setTooLong] = useState(false)
  const reading = useRef<Reading>({ cite })
  const changed = useRef(onChange)
  const first = useRef(initial)
  useEffect(() => {
    reading.current = { cite }
    changed.current = onChange
    rich?.refresh()
  })
  useEffect(() => {
    if (box.current === null) return
    const made = createRichText({
      element: box.current,
      initial: first.current,
      reading,
      classes: { citation: styles.citation ?? '', example: styles.example ?? '', reference: styles.reference ?? '' },
      attributes: { 'aria-labelledby': labelledBy, 'aria-describedby': describedBy },
      onChange: (writing) => {
        setTooLong(writing === undefined)
        if (writing === undefined) return
        first.current = writing
        changed.current(writing)
      },
      onState: () => setState((before) => before + 1),
      onTools: () => box.current?.parentElement?.querySelector<HTMLElement>('[role="toolbar"] [tabindex="0"]')?.focus(),
    })
    setRich(made)
    return () => {
      made.editor.destroy()
      setRich(undefined)
    }
  }, [labelledBy, describedBy])
  return { box, rich, isTooLong }
}

interface ToolsProps {
  readonly rich: RichTextEditor
  readonly label: string
  readonly tools: readonly RichTextTool[]
}

interface Shown {
  readonly label: string
  readonly icon: LucideIcon
  /** Undefined: it does something once and is on at no time. */
  readonly isOn?: boolean
  readonly isDisabled?: boolean
  /** Its words stand beside the picture: no office program has taught it. */
  readonly isNamed?: boolean
  readonly press: () => void
}

function Tools({ rich: { editor }, label, tools }: ToolsProps) {
  const names = useToolNames()
  const [current, setCurrent] = useState(0)
  const row = useRef<HTMLDivElement>(null)
  const hand = useHand(editor)
  const own = names.map(({ tool, isOnce, ...named }): Shown => {
    const isOn = isOnce === true ? {} : { isOn: editor.isActive(tool) }
    return { ...named, ...isOn, isDisabled: !canUse(editor, tool), press: () => applyTool(editor, tool) }
  })
  const all: readonly Shown[] = [...own, ...tools.map(({ onPress, ...named }) => ({ ...named, isNamed: true, press: () => onPress(hand) }))]
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') {
      editor.commands.focus()
      return
    }
    const move = moveOf(event)
    if (move === undefined || (typeof move === 'object' && move.line !== 0)) return
    event.preventDefault()
    const { column } = placeAfter({ line: 0, column: current }, move, { lines: 1, columns: all.length })
    setCurrent(column)
    row.current?.querySelectorAll('button').item(column).focus()
  }
  return (
    <div ref={row} role="toolbar" aria-label={label} className={styles.tools} onKeyDown={onKeyDown}>
      {all.map((one, place) => (
        <ToolButton key={one.label} {...one} isCurrent={place === current} onFocus={() => setCurrent(place)} />
      ))}
    </div>
  )
}

/** Pressed or not, it never takes the cursor out of the text. A tool that can't be used now stays where it is, so that arrows find it. */
function ToolButton({
  label,
  icon: Icon,
  isOn,
  isDisabled = false,
  isNamed = false,
  press,
  isCurrent,
  onFocus,
}: Shown & { isCurrent: boolean; onFocus: () => void }) {
  return (
    <button
      type="button"
      className={styles.tool}
      tabIndex={isCurrent ? 0 : -1}
      aria-disabled={isDisabled}
      {...(isOn === undefined ? {} : { 'aria-pressed': isOn })}
      title={label}
      onFocus={onFocus}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => !isDisabled && press()}
    >
      <Icon aria-hidden="true" />
      {isNamed ? label : <VisuallyHidden>{label}</VisuallyHidden>}
    </button>
  )
}

function useHand(editor: RichTextEditor['editor']): RichTextHand {
  const cite = useCallback<RichTextHand['cite']>((citation) => insertCitation(editor, citation), [editor])
  const quote = useCallback<RichTextHand['quote']>((example) => insertExample(editor, example), [editor])
  return { cite, quote }
}

interface ToolName {
  readonly tool: Tool
  readonly label: string
  readonly icon: LucideIcon
  readonly isOnce?: boolean
}

function useToolNames(): readonly ToolName[] {
  const { t } = useLingui()
  return [
    { tool: 'bold', label: t`Bold`, icon: Bold },
    { tool: 'italic', label: t`Italic`, icon: Italic },
    { tool: 'heading', label: t`Heading`, icon: Heading },
    { tool: 'bulletList', label: t`List`, icon: List },
    { tool: 'orderedList', label: t`Numbered list`, icon: ListOrdered },
    { tool: 'blockquote', label: t`Quotation`, icon: Quote },
    { tool: 'undo', label: t`Undo`, icon: Undo2, isOnce: true },
    { tool: 'redo', label: t`Redo`, icon: Redo2, isOnce: true },
  ]
}
