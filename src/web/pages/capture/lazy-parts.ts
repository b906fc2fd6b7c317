// Parts of capture that are fetched when they are first used, from the device's own copy of the build: the first paint carries none of them.
import { part } from '../../ui/part.tsx'

export const Drawer = part(async () => (await import('./Drawer.tsx')).Drawer)
export const GoalChoice = part(async () => (await import('./GoalChoice.tsx')).GoalChoice)
export const GroupChoice = part(async () => (await import('./GroupChoice.tsx')).GroupChoice)
export const PhotoSheet = part(async () => (await import('../../../school/photos/PhotoSheet.tsx')).PhotoSheet)
export const StorageNotice = part(async () => (await import('../door/StorageNotice.tsx')).StorageNotice)
export const Today = part(async () => (await import('./Today.tsx')).Today)
export const TodayDialog = part(async () => (await import('./TodayDialog.tsx')).TodayDialog)
export const WaitingDialog = part(async () => (await import('./WaitingDialog.tsx')).WaitingDialog)

/** Fetches the drawer ahead of the tap that opens it: a keyboard comes up only for a field that is there at the tap. */
export function expectDrawer(): void {
  void Drawer.prepare()
}

/** Fetches the photo sheet while the camera is open. */
export function expectPhotoSheet(): void {
  void PhotoSheet.prepare()
}
