// Shows standards; loads a centre's official wording and takes it back.
import { accept } from '../../core/errors.ts'
import { answer, handle } from '../../server/operation.ts'
import { officialWordingLoad, officialWordingShow, officialWordingTakeBack, unitList, unitShow } from './contract.ts'
import { canLoadWording, canReadStandards, canReadWording } from './policy.ts'
import { takeBackRefusal, wordingRefusal } from './rules.ts'
import { insertWording, loadWording, takeWordingBack } from './store.ts'
import { findOfficialWording, getPack, listLoadings, listUnits, newestVersion } from './views.ts'

export const standardHandlers = [
  answer(unitList, { role: canReadStandards, load: async () => undefined, allow: canReadStandards, run: (tx) => listUnits(tx) }),
  answer(unitShow, {
    role: canReadStandards,
    load: async (tx, input) => input.packVersion ?? newestVersion(tx, input.packCode),
    allow: canReadStandards,
    run: (tx, { input, facts: version }) => getPack(tx, input.packCode, version),
  }),
  answer(officialWordingShow, {
    role: canReadWording,
    load: async () => undefined,
    allow: canReadWording,
    run: async (tx, { input: { packCode, packVersion } }) => ({
      wording: (await findOfficialWording(tx, packCode, packVersion)) ?? null,
      loadings: await listLoadings(tx, packCode, packVersion),
    }),
  }),
  handle(officialWordingLoad, {
    role: canLoadWording,
    load: (tx, input) => getPack(tx, input.packCode, input.packVersion),
    allow: canLoadWording,
    run: async (tx, { input: { lines, ...wording }, actor, facts: pack }) => {
      accept(wordingRefusal(pack, lines))
      await insertWording(tx, { ...wording, loadedBy: actor.personId }, lines)
      return {}
    },
  }),
  handle(officialWordingTakeBack, {
    role: canLoadWording,
    load: (tx, input) => loadWording(tx, input.id),
    allow: canLoadWording,
    run: async (tx, { input, actor, facts }) => {
      accept(takeBackRefusal(facts))
      await takeWordingBack(tx, input.id, actor.personId)
      return {}
    },
  }),
]
