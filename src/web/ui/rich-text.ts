// The editor's document and keys: exactly what a written text may hold, nothing else can be typed or pasted. Loaded only where one writes.
import { Editor, type JSONContent, Node, type NodeViewRenderer, wrappingInputRule } from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'
import * as z from 'zod/mini'
import { type Citation, type Example, Writing } from '../../core/writing.ts'

type CitationPlace = Parsed<typeof Citation>['attrs']
type Parsed<S extends z.core.$ZodType> = z.core.output<S>

/** How a citation and an example read on the screen; asked anew when {@link RichTextEditor.refresh} says so. */
export interface Reading {
  readonly cite: (citation: CitationPlace) => string
}

export interface RichTextClasses {
  readonly citation: string
  readonly example: string
  readonly reference: string
}

const ListItem = Node.create({
  name: 'listItem',
  content: 'paragraph+',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: ({ HTMLAttributes }) => ['li', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return { Enter: () => this.editor.commands.splitListItem(this.name) }
  },
})

const OrderedList = Node.create({
  name: 'orderedList',
  group: 'block list',
  content: 'listItem+',
  parseHTML: () => [{ tag: 'ol' }],
  renderHTML: ({ HTMLAttributes }) => ['ol', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return { 'Mod-Shift-7': () => this.editor.commands.toggleList(this.name, 'listItem') }
  },
  addInputRules() {
    return [wrappingInputRule({ find: /^1\.\s$/, type: this.type })]
  },
})

const Quotation = Node.create({
  name: 'blockquote',
  group: 'block',
  content: 'paragraph+',
  defining: true,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: ({ HTMLAttributes }) => ['blockquote', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return { 'Mod-Shift-b': () => this.editor.commands.toggleWrap(this.name) }
  },
})

const empty = { default: '' }

/** Marks what is chosen as a whole. */
function chosen(dom: HTMLElement) {
  return {
    selectNode: () => dom.setAttribute('data-chosen', ''),
    deselectNode: () => dom.removeAttribute('data-chosen'),
  }
}

function citationNode(reading: { current: Reading }, className: string, shown: Set<() => void>) {
  const view: NodeViewRenderer = ({ node }) => {
    const dom = document.createElement('span')
    dom.className = className
    const show = () => {
      dom.textContent = reading.current.cite(node.attrs as CitationPlace)
    }
    show()
    shown.add(show)
    return { dom, ...chosen(dom), destroy: () => shown.delete(show) }
  }
  return Node.create({
    name: 'citation',
    group: 'inline',
    inline: true,
    atom: true,
    addAttributes: () => ({ sourceId: empty, at: empty }),
    // Copied within the editor it stays a citation; nothing from elsewhere becomes one.
    parseHTML: () => [
      {
        tag: 'span[data-source]',
        getAttrs: (element) => ({ sourceId: element.dataset.source ?? '', at: element.dataset.at ?? '' }),
      },
    ],
    renderHTML: ({ node }) => ['span', { 'data-source': String(node.attrs.sourceId), 'data-at': String(node.attrs.at) }],
    addNodeView: () => view,
  })
}

function exampleNode(classes: RichTextClasses) {
  const part = (tag: 'figure' | 'span', className: string, text: string) => {
    const element = document.createElement(tag)
    element.className = className
    element.textContent = text
    return element
  }
  const view: NodeViewRenderer = ({ node }) => {
    const { reference, sentence } = node.attrs as Example['attrs']
    const dom = part('figure', classes.example, '')
    dom.append(part('span', classes.reference, reference), part('span', '', sentence))
    return { dom, ...chosen(dom) }
  }
  return Node.create({
    name: 'example',
    group: 'block',
    atom: true,
    addAttributes: () => ({ evidenceId: empty, reference: empty, sentence: empty }),
    renderHTML: ({ node }) => ['figure', {}, `${node.attrs.reference} ${node.attrs.sentence}`],
    addNodeView: () => view,
  })
}

export interface RichTextOptions {
  readonly element: HTMLElement
  readonly initial: Writing
  readonly reading: { current: Reading }
  readonly classes: RichTextClasses
  /** Attributes of the text box: its name, what describes it. */
  readonly attributes: Readonly<Record<string, string>>
  /** Undefined while the text is longer than one can be. */
  readonly onChange: (writing: Writing | undefined) => void
  /** Where the cursor stands has changed, or what is undone. */
  readonly onState: () => void
  /** Alt and F10: to the tools, as office programs have it. */
  readonly onTools: () => void
}

export interface RichTextEditor {
  readonly editor: Editor
  readonly refresh: () => void
}

/** The editor in an element. It puts no style into the page: the content policy forbids it. */
export function createRichText(options: RichTextOptions): RichTextEditor {
  const { element, initial, reading, classes, attributes, onChange, onState, onTools } = options
  const shown = new Set<() => void>()
  const editor = new Editor({
    element,
    injectCSS: false,
    // A part that is left out is `undefined` to the shape and absent to the editor: the same JSON.
    content: initial as JSONContent,
    extensions: [
      StarterKit.configure({
        heading: { levels: [3] },
        ...{ blockquote: false, code: false, codeBlock: false, dropcursor: false, gapcursor: false, horizontalRule: false },
        ...{ link: false, listItem: false, orderedList: false, strike: false, trailingNode: false, underline: false },
      }),
      ListItem,
      OrderedList,
      Quotation,
      citationNode(reading, classes.citation, shown),
      exampleNode(classes),
    ],
    editorProps: {
      attributes: { role: 'textbox', 'aria-multiline': 'true', spellcheck: 'true', ...attributes },
      handleKeyDown: (_, event) => {
        if (!event.altKey || event.key !== 'F10') return false
        onTools()
        return true
      },
    },
    onUpdate: () => {
      onChange(asWriting(editor.getJSON()))
    },
    onTransaction: onState,
  })
  const refresh = () => {
    for (const show of shown) show()
  }
  return { editor, refresh }
}

/** What the editor holds as a written text; undefined while it is longer than one can be. */
export function asWriting(json: JSONContent): Writing | undefined {
  const parsed = z.safeParse(Writing, withoutEmphasis(json))
  return parsed.success ? parsed.data : undefined
}

/** Only words are bold or italic: a line break or a citation among bold words is not. */
function withoutEmphasis({ marks, content, ...node }: JSONContent): JSONContent {
  return {
    ...node,
    ...(node.type === 'text' && marks !== undefined ? { marks } : {}),
    ...(content === undefined ? {} : { content: content.map(withoutEmphasis) }),
  }
}

export type Tool = 'bold' | 'italic' | 'heading' | 'bulletList' | 'orderedList' | 'blockquote' | 'undo' | 'redo'

const acts: Readonly<Record<Tool, (chain: ReturnType<Editor['chain']>) => ReturnType<Editor['chain']>>> = {
  bold: (chain) => chain.toggleMark('bold'),
  italic: (chain) => chain.toggleMark('italic'),
  heading: (chain) => chain.toggleNode('heading', 'paragraph', { level: 3 }),
  bulletList: (chain) => chain.toggleList('bulletList', 'listItem'),
  orderedList: (chain) => chain.toggleList('orderedList', 'listItem'),
  blockquote: (chain) => chain.toggleWrap('blockquote'),
  undo: (chain) => chain.undo(),
  redo: (chain) => chain.redo(),
}

/** Does what a tool says where the cursor stands, which keeps the focus in the text. */
export function applyTool(editor: Editor, tool: Tool): void {
  acts[tool](editor.chain().focus()).run()
}

export function canUse(editor: Editor, tool: Tool): boolean {
  return acts[tool](editor.can().chain() as ReturnType<Editor['chain']>).run()
}

/** With a space on either side, as it stands among words. */
export function insertCitation(editor: Editor, citation: CitationPlace): void {
  const { nodeBefore } = editor.state.selection.$from
  const isAfterWord = nodeBefore !== null && !/\s$/.test(nodeBefore.text ?? 'a')
  editor
    .chain()
    .focus()
    .insertContent([
      ...(isAfterWord ? [{ type: 'text', text: ' ' }] : []),
      { type: 'citation', attrs: citation },
      { type: 'text', text: ' ' },
    ])
    .run()
}

export function insertExample(editor: Editor, example: Example['attrs']): void {
  editor
    .chain()
    .focus()
    .insertContent([{ type: 'example', attrs: example }, { type: 'paragraph' }])
    .run()
}
