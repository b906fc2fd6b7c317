// Making the link by which a witness reads and signs their entry in the register.
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import type { Refusal } from '../../core/errors.ts'
import { useMember } from '../../web/member.ts'
import { useRefusalWords } from '../../web/messages.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { Notice } from '../../web/ui/Notice.tsx'
import { linkFor } from '../../web/visiting.ts'
import { newWitnessLink, useRegisterActs, witnessReasons } from './client.ts'
import type { Witness } from './contract.ts'
import { LinkWithCode } from './LinkWithCode.tsx'

interface Made {
  readonly link: string
  readonly code: string
  readonly expiresAt: string
}

export function WitnessLink({ witness }: { readonly witness: Witness }) {
  const { organisationId } = useMember()
  const words = useRefusalWords(witnessReasons)
  const { makeLink } = useRegisterActs()
  const [made, setMade] = useState<Made>()
  const [refusal, setRefusal] = useState<Refusal>()
  const make = async () => {
    const { linkId, token, code, tokenHash, codeHash } = await newWitnessLink()
    const reply = await makeLink({ linkId, witnessId: witness.id, tokenHash, codeHash })
    if ('refusal' in reply) return setRefusal(reply.refusal)
    setMade({ link: linkFor(location.origin, 'witness', { organisationId, token }), code, expiresAt: reply.output.expiresAt })
  }
  if (made !== undefined) return <LinkWithCode {...made} forWhom={witness.name} />
  return (
    <Stack>
      <p>
        <Trans>
          With it {witness.name} reads the entry, completes it and signs it, without an account. An earlier link for this is shut. The code
          goes another way than the link, so that a wrong address opens nothing.
        </Trans>
      </p>
      {refusal !== undefined && <Notice kind="bad" isLive title={words(refusal)} />}
      <Button kind="primary" onPress={() => void make()}>
        <Trans>Make the link and the code</Trans>
      </Button>
    </Stack>
  )
}
