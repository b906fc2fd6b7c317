// Which files are taken in, told by their content; how one is shown; when it can be put aside or purged.
import { type Refusal, refused } from '../../core/errors.ts'
import { type FileState, largestUpload } from './contract.ts'

interface Wish {
  readonly size: number
  readonly isNoRecordingOfChild: boolean
}

/** Refused: `child_recorded` until it is declared that no child is recorded, `file_empty`, `file_too_large`. */
export function beginRefusal({ size, isNoRecordingOfChild }: Wish): Refusal | undefined {
  if (!isNoRecordingOfChild) return refused('child_recorded', 'isNoRecordingOfChild')
  if (size === 0) return refused('file_empty', 'size')
  return size > largestUpload ? refused('file_too_large', 'size') : undefined
}

const documents: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.presentation': 'odp',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/x-cfb': 'doc ppt xls',
  'application/rtf': 'rtf',
  'text/plain': 'txt md csv',
}
const pictures = ['image/jpeg', 'image/png', 'image/webp']
const sounds = [
  'audio/mpeg',
  'audio/mp4',
  'audio/x-m4a',
  'audio/aac',
  'audio/ogg',
  'audio/opus',
  'audio/wav',
  'audio/vnd.wave',
  'audio/flac',
  'audio/x-flac',
]
const films = ['video/mp4', 'video/quicktime', 'video/webm', 'video/x-m4v', 'video/ogg']

/** How a file is shown: in the page by its own player, as a document, or only to be downloaded. */
export type Showing = 'picture' | 'sound' | 'film' | 'pdf' | 'download'

export function showingOf(type: string): Showing {
  if (pictures.includes(type)) return 'picture'
  if (sounds.includes(type)) return 'sound'
  if (films.includes(type)) return 'film'
  return type === 'application/pdf' ? 'pdf' : 'download'
}

/** @example sizeWords(2_500_000) // '2.4 MB' */
export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  const megabytes = bytes / 1024 / 1024
  return `${megabytes < 10 ? megabytes.toFixed(1) : Math.round(megabytes)} MB`
}

/** Seconds as a player shows them. @example timeWords(370) // '06:10' */
export function timeWords(seconds: number): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`
}

/** Endings and types by what is wrong with them; the first that fits says it. */
const wrong: readonly { readonly reason: string; readonly endings: RegExp; readonly types: RegExp }[] = [
  { reason: 'file_is_page', endings: /^(html?|xhtml|svg|xml|m?js)$/, types: /html|xml$/ },
  {
    reason: 'file_is_program',
    endings: /^(exe|bat|cmd|sh|ps1|msi|scr|com|jar|vbs)$/,
    types: /msdownload|x-elf|mach-binary|x-msi|java|wasm|x-sh$/,
  },
  { reason: 'file_has_macros', endings: /^(doc|ppt|xls)m$/, types: /macroenabled/i },
  { reason: 'file_is_archive', endings: /^(zip|rar|7z|tar|gz)$/, types: /\/(x-)?(zip|rar|7z|tar|gzip|bzip|xz)/ },
  { reason: 'file_is_other_picture', endings: /^(heic|heif|tiff?|gif|bmp)$/, types: /^image\/(?!jpeg|png|webp)/ },
]

/**
 * What is wrong with a file, by its content. `type` is what its first bytes say, `text/plain` for readable text, undefined for neither.
 * Refused: `file_is_program`, `file_is_page`, `file_has_macros`, `file_is_archive`, `file_is_other_picture`, `file_unknown`, `file_name_says_other`.
 */
export function contentRefusal(name: string, type: string | undefined): Refusal | undefined {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const found = wrong.find(({ endings, types }) => endings.test(ending) || types.test(type ?? ''))
  if (found !== undefined) return refused(found.reason, 'name')
  if (type === undefined) return refused('file_unknown', 'name')
  const endings = documents[type]
  if (endings === undefined) return showingOf(type) === 'download' ? refused('file_unknown', 'name') : undefined
  return endings.split(' ').includes(ending) ? undefined : refused('file_name_says_other', 'name')
}

/** Refused: `reason_missing`, `not_quarantined`, `quarantined_already`, `purged_already`. */
export function actRefusal(act: 'quarantined' | 'released' | 'purged', state: FileState, reason: string): Refusal | undefined {
  if (state === 'purged') return refused('purged_already', 'uploadId')
  if (act === 'quarantined' && state === 'quarantined') return refused('quarantined_already', 'uploadId')
  if (act === 'released' && state !== 'quarantined') return refused('not_quarantined', 'uploadId')
  return reason === '' ? refused('reason_missing', 'reason') : undefined
}
