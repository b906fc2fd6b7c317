// Where one may go: the entries of the rail, by kind of organisation and role. A page adds its line here and its route in router.tsx.
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import {
  BadgeCheck,
  BookOpenCheck,
  BookText,
  BookUp,
  CalendarDays,
  CalendarRange,
  ClipboardList,
  CloudUpload,
  Eraser,
  Eye,
  FileCheck,
  FileInput,
  GraduationCap,
  HeartHandshake,
  House,
  Inbox,
  type LucideIcon,
  MessageCircleQuestion,
  NotebookTabs,
  PenLine,
  Share2,
  ShieldCheck,
  TabletSmartphone,
  UsersRound,
} from 'lucide-react'
import { type OrganisationKind, type Role, schoolRoles } from '../../../core/actor.ts'

export interface Destination {
  readonly to: string
  readonly label: MessageDescriptor
  readonly icon: LucideIcon
  /** In which kind of organisation; both when left out. */
  readonly kind?: OrganisationKind
  /** Who finds it there; everyone when left out. The server decides what they see. */
  readonly roles?: readonly Role[]
  /** An entry of its own beside the application (capture): a full page load. */
  readonly isOwnEntry?: boolean
}

/** In the order of the rail; a phone's bar shows the first four and "More". */
export const destinations: readonly Destination[] = [
  { to: '/', label: msg`Today`, icon: House, kind: 'school' },
  { to: '/capture', label: msg`Capture`, icon: PenLine, kind: 'school', roles: ['practitioner', 'teacher'], isOwnEntry: true },
  { to: '/groups', label: msg`Groups`, icon: NotebookTabs, kind: 'school', roles: schoolRoles },
  { to: '/offered', label: msg`My evidence`, icon: Share2, kind: 'school', roles: ['practitioner'] },
  { to: '/bridge', label: msg`Evidence`, icon: BookUp, kind: 'school', roles: ['head', 'data_lead'] },
  { to: '/week', label: msg`Week`, icon: CalendarDays, kind: 'school', roles: ['practitioner', 'teacher'] },
  {
    to: '/words',
    label: msg`Words for finding out`,
    icon: MessageCircleQuestion,
    kind: 'school',
    roles: ['practitioner', 'teacher', 'subject_lead'],
  },
  { to: '/term-dates', label: msg`Term dates`, icon: CalendarRange, kind: 'school', roles: ['head', 'data_lead', 'administrator'] },
  { to: '/consent', label: msg`Consent`, icon: FileCheck, kind: 'school', roles: ['teacher', 'data_lead', 'administrator'] },
  { to: '/results', label: msg`Test results`, icon: FileInput, kind: 'school', roles: ['data_lead'] },
  { to: '/erasure', label: msg`Erase`, icon: Eraser, kind: 'school', roles: ['data_lead'] },
  { to: '/unit', label: msg`My units`, icon: BookOpenCheck, kind: 'centre', roles: ['candidate'] },
  { to: '/assess', label: msg`To assess`, icon: Inbox, kind: 'centre', roles: ['assessor'] },
  { to: '/registrations', label: msg`Candidates`, icon: ClipboardList, kind: 'centre', roles: ['centre_administrator'] },
  { to: '/standards', label: msg`Standards`, icon: BookText, kind: 'centre', roles: ['centre_administrator'] },
  { to: '/taught', label: msg`My candidates`, icon: Inbox, kind: 'centre', roles: ['tutor'] },
  {
    to: '/verify',
    label: msg`To verify`,
    icon: ShieldCheck,
    kind: 'centre',
    roles: ['iqa', 'eqa'],
  },
  { to: '/verifiers', label: msg`External verifiers`, icon: BadgeCheck, kind: 'centre', roles: ['centre_administrator'] },
  {
    to: '/staff',
    label: msg`Staff`,
    icon: GraduationCap,
    kind: 'centre',
    roles: ['assessor', 'tutor', 'iqa', 'centre_administrator'],
  },
  {
    to: '/witnesses',
    label: msg`Witnesses`,
    icon: Eye,
    kind: 'centre',
    roles: ['candidate', 'assessor', 'tutor', 'iqa', 'eqa', 'centre_administrator'],
  },
  { to: '/safeguarding', label: msg`Worried about a child?`, icon: HeartHandshake, kind: 'school' },
  { to: '/waiting', label: msg`Not sent yet`, icon: CloudUpload },
  { to: '/device', label: msg`This device`, icon: TabletSmartphone },
  { to: '/people', label: msg`People`, icon: UsersRound, roles: ['administrator', 'centre_administrator'] },
]

/** @example destinationsFor({ kind: 'school', roles: ['teacher'] }) */
export function destinationsFor(member: { readonly kind: OrganisationKind; readonly roles: readonly Role[] }): readonly Destination[] {
  return destinations.filter(
    ({ kind, roles }) =>
      (kind === undefined || kind === member.kind) && (roles === undefined || roles.some((role) => member.roles.includes(role))),
  )
}

/** In a centre each role begins at its own work: the first place that is for it. Undefined for whoever has no role yet. */
export function workPlaceOf(member: Parameters<typeof destinationsFor>[0]): string | undefined {
  return destinationsFor(member).find(({ kind }) => kind === 'centre')?.to
}
