// Who may set an organisation up: whoever can read the terminal, on an installation that is not the sample.
import { type Refusal, refused } from '../../core/errors.ts'

/** What the installation is for: nothing yet, the sample school and college, or real organisations. They never mix. */
export type InstallationState = 'new' | 'demo' | 'real'

/** Why an organisation can't be set up, if it can't. `isFounder`: it is one of the sample's own. */
export function setUpRefusal(facts: { state: InstallationState; isCodeRight: boolean; isFounder: boolean }): Refusal | undefined {
  if ((facts.state === 'demo') !== facts.isFounder) return refused('sample_installation')
  if (!facts.isCodeRight) return refused('wrong_code', 'code')
  return undefined
}
