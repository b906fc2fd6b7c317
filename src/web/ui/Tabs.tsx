// Tabs: one tab stop, arrow keys choose at once. `Tabs` for pages; `GoalTabs` are the index tabs of an exercise book, on its cover.
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useRef } from 'react'
import { classes } from './classes.ts'
import { moveOf, placeAfter } from './roving.ts'
import styles from './Tabs.module.css'

export interface Tab {
  readonly id: string
  readonly label: ReactNode
}

interface TabsProps {
  /** What the tabs choose between, for screen readers. */
  readonly label: string
  readonly tabs: readonly Tab[]
  readonly selected: string
  readonly onSelect: (id: string) => void
  /** The panel of the selected tab. */
  readonly children: ReactNode
}

export function Tabs({ label, tabs, selected, onSelect, children }: TabsProps) {
  const base = useId()
  return (
    <div>
      <TabList base={base} label={label} tabs={tabs} selected={selected} onSelect={onSelect} look="page" />
      <div role="tabpanel" id={`${base}-panel`} aria-labelledby={`${base}-${selected}`} className={styles.panel}>
        {children}
      </div>
    </div>
  )
}

export interface Goal {
  readonly id: string
  /** A word or two for the tab: "Same amount". */
  readonly shortName: string
  /** The learners' sentence: "I can fold or draw to show the same amount". */
  readonly sentence: string
}

interface GoalTabsProps {
  readonly label: string
  readonly goals: readonly Goal[]
  readonly selected: string
  readonly onSelect: (id: string) => void
  /** A button at the end of the sentence's line: the example, for instance. */
  readonly action?: ReactNode
  readonly children: ReactNode
}

/** Index tabs with number and short name; the sentence stands beneath in full. `children` is what belongs to the chosen goal. */
export function GoalTabs({ label, goals, selected, onSelect, action, children }: GoalTabsProps) {
  const base = useId()
  const tabs = goals.map(({ id, shortName }, place) => ({
    id,
    label: (
      <>
        <b>{place + 1}</b> <span>{shortName}</span>
      </>
    ),
  }))
  return (
    <div className={styles.book}>
      <TabList base={base} label={label} tabs={tabs} selected={selected} onSelect={onSelect} look="goals" />
      <div role="tabpanel" id={`${base}-panel`} aria-labelledby={`${base}-${selected}`} className={styles.leaf}>
        <div className={styles.sentence}>
          <p>{goals.find(({ id }) => id === selected)?.sentence}</p>
          {action}
        </div>
        {children}
      </div>
    </div>
  )
}

/** Where not all tabs have room, the chosen one is not the one beyond the edge. Only the list scrolls, never the page. */
function useSelectedInView(list: RefObject<HTMLDivElement | null>, selected: string): void {
  useEffect(() => {
    const tab = list.current?.querySelector<HTMLElement>(`[role=tab][aria-selected=true][id$="-${CSS.escape(selected)}"]`)
    if (list.current === null || tab == null) return
    const [room, place] = [list.current.getBoundingClientRect(), tab.getBoundingClientRect()]
    const beyond = Math.max(0, place.right - room.right) + Math.min(0, place.left - room.left)
    if (beyond !== 0) list.current.scrollLeft += beyond
  }, [list, selected])
}

interface TabListProps {
  readonly base: string
  readonly label: string
  readonly tabs: readonly Tab[]
  readonly selected: string
  readonly onSelect: (id: string) => void
  readonly look: 'page' | 'goals'
}

function TabList({ base, label, tabs, selected, onSelect, look }: TabListProps) {
  const list = useRef<HTMLDivElement>(null)
  useSelectedInView(list, selected)
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const move = moveOf(event)
    if (move === undefined || (typeof move === 'object' && move.line !== 0)) return
    event.preventDefault()
    const from = {
      line: 0,
      column: Math.max(
        0,
        tabs.findIndex(({ id }) => id === selected),
      ),
    }
    const { column } = placeAfter(from, move, { lines: 1, columns: tabs.length })
    const next = tabs[column]
    if (next === undefined) return
    onSelect(next.id)
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[column]?.focus()
  }
  return (
    <div ref={list} role="tablist" aria-label={label} className={classes(styles.list, styles[look])} onKeyDown={press}>
      {tabs.map(({ id, label: words }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`${base}-${id}`}
          aria-selected={id === selected}
          aria-controls={`${base}-panel`}
          tabIndex={id === selected ? 0 : -1}
          onClick={() => onSelect(id)}
          className={styles.tab}
        >
          {words}
        </button>
      ))}
    </div>
  )
}
