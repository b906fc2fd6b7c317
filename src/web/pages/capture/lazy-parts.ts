// Parts of capture that are fetched when they are first used, from the device's own copy of the build: the first paint carries none of them.
import { lazy } from 'react'

const drawer = () => import('./Drawer.tsx')
const photoSheet = () => import('../../../school/photos/PhotoSheet.tsx')

export const Drawer = lazy(async () => ({ default: (await drawer()).Drawer }))
export const GoalChoice = lazy(async () => ({ default: (await import('./GoalChoice.tsx')).GoalChoice }))
export const GroupChoice = lazy(async () => ({ default: (await import('./GroupChoice.tsx')).GroupChoice }))
export const PhotoSheet = lazy(async () => ({ default: (await photoSheet()).PhotoSheet }))
export const StorageNotice = lazy(async () => ({ default: (await import('../door/StorageNotice.tsx')).StorageNotice }))
export const Today = lazy(async () => ({ default: (await import('./Today.tsx')).Today }))
export const TodayDialog = lazy(async () => ({ default: (await import('./TodayDialog.tsx')).TodayDialog }))
export const WaitingDialog = lazy(async () => ({ default: (await import('./WaitingDialog.tsx')).WaitingDialog }))

/** Fetches the drawer ahead of the tap that opens it: a keyboard comes up only for a field that is there at the tap. */
export function expectDrawer(): void {
  void drawer()
}

/** Fetches the photo sheet while the camera is open. */
export function expectPhotoSheet(): void {
  void photoSheet()
}
