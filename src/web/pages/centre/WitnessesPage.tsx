// The register of witnesses: for the candidate her own, for assessor and centre those that they check.
import { Trans } from '@lingui/react/macro'
import { ListChecks, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { EraseWitness } from '../../../centre/witnesserasure/EraseWitness.tsx'
import { mayEraseWitness } from '../../../centre/witnesserasure/policy.ts'
import { CategoriesForm } from '../../../centre/witnesses/CategoriesForm.tsx'
import { type Register, useRegister } from '../../../centre/witnesses/client.ts'
import type { Witness } from '../../../centre/witnesses/contract.ts'
import { canSetCategories } from '../../../centre/witnesses/policy.ts'
import { WitnessForm } from '../../../centre/witnesses/WitnessForm.tsx'
import { WitnessRegister } from '../../../centre/witnesses/WitnessRegister.tsx'
import { useActor } from '../../member.ts'
import { AskedView } from '../../ui/AskedView.tsx'
import { Button } from '../../ui/Button.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'

export function WitnessesPage() {
  const asked = useRegister()
  const mayErase = mayEraseWitness(useActor())
  const [erasing, setErasing] = useState<Witness>()
  return (
    <>
      <PageHeader
        title={<Trans>Witnesses</Trans>}
        about={
          <Trans>
            Who may say what a candidate was seen to do. Only an approved expert witness, named in a signed plan, counts as observation.
          </Trans>
        }
        actions={asked.state === 'answered' && <Acts register={asked.answer} />}
      />
      <AskedView asked={asked}>
        {(register) => <WitnessRegister register={register} onErase={mayErase ? setErasing : undefined} />}
      </AskedView>
      {erasing !== undefined && <EraseWitness witness={erasing} onClose={() => setErasing(undefined)} />}
    </>
  )
}

function Acts({ register }: { readonly register: Register }) {
  const actor = useActor()
  const [open, setOpen] = useState<'add' | 'categories'>()
  const close = () => setOpen(undefined)
  const isOwn = register.candidates.length === 1 && register.candidates[0]?.id === actor.personId
  return (
    <>
      {register.candidates.length > 0 && (
        <Button kind="primary" icon={UserPlus} onPress={() => setOpen('add')}>
          {isOwn ? <Trans>Propose a witness</Trans> : <Trans>Add a witness</Trans>}
        </Button>
      )}
      {canSetCategories(actor) && (
        <Button icon={ListChecks} onPress={() => setOpen('categories')}>
          <Trans>Categories</Trans>
        </Button>
      )}
      {open === 'add' && <WitnessForm categories={register.categories} candidates={register.candidates} onClose={close} />}
      {open === 'categories' && <CategoriesForm categories={register.categories} onClose={close} />}
    </>
  )
}
