// Switching the bridge, the register of what left, and a letter as a file.
import { fingerprintOf } from '../../server/keys.ts'
import { answer, handle } from '../../server/operation.ts'
import { bridgeShow, bridgeSwitchOff, bridgeSwitchOn, letterFile, letterRegister } from './contract.ts'
import { canCarryLetter, canSeeBridge, canSeeRegister, canSwitchBridge } from './policy.ts'
import { switchOff, switchOn } from './store.ts'
import { findBridge, getSentLetter, listSentLetters } from './views.ts'

export const letterHandlers = [
  answer(bridgeShow, {
    role: canSeeBridge,
    load: async () => undefined,
    allow: canSeeBridge,
    run: async (tx, { services: { keys } }) => ({
      ...(await findBridge(tx)),
      fingerprint: fingerprintOf(await keys.publicKey(tx, 'signing')),
    }),
  }),
  handle(bridgeSwitchOn, {
    role: canSwitchBridge,
    load: async () => undefined,
    allow: canSwitchBridge,
    run: async (tx, { actor }) => {
      await switchOn(tx, actor.personId)
      return {}
    },
  }),
  handle(bridgeSwitchOff, {
    role: canSwitchBridge,
    load: async () => undefined,
    allow: canSwitchBridge,
    run: async (tx) => {
      await switchOff(tx)
      return {}
    },
  }),
  answer(letterRegister, { role: canSeeRegister, load: async () => undefined, allow: canSeeRegister, run: (tx) => listSentLetters(tx) }),
  answer(letterFile, {
    load: (tx, input, _actor, { keys }) => getSentLetter(tx, input.letterId, () => keys.publicKey(tx, 'signing')),
    allow: canCarryLetter,
    run: async (_tx, { facts: { file, body } }) => ({
      name: `evident-${body.kind}-${body.writtenAt.slice(0, 10)}-${body.letterId.slice(-6)}.json`,
      file,
    }),
  }),
]
