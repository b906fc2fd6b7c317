// What the start page shows, kept from here: it opens without a network too. Fetched after the first paint.
import { groupMine } from '../../../school/groups/contract.ts'
import { todayMine } from '../../../school/today/contract.ts'
import { device } from '../../device.ts'

export async function askForStart(): Promise<void> {
  const { answers } = device()
  await Promise.allSettled([answers.ask(groupMine, {}), answers.ask(todayMine, {})])
}
