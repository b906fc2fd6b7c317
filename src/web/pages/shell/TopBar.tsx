// In which organisation one works, as whom; how words look, help, and the way out: in the same place on every page.
import { Trans, useLingui } from '@lingui/react/macro'
import { CircleQuestionMark, LogOut, Repeat2 } from 'lucide-react'
import { useState } from 'react'
import { useAccess } from '../../device.ts'
import type { Member } from '../../member.ts'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { part } from '../../ui/part.tsx'
import { WordsButton } from '../../ui/Words.tsx'
import { useSignOut } from './sign-out.ts'
import styles from './TopBar.module.css'

const SwitchDialog = part(async () => (await import('./SwitchDialog.tsx')).SwitchDialog)

export function TopBar({ member }: { readonly member: Member }) {
  const signOut = useSignOut()
  return (
    <header className={styles.bar}>
      <div className={styles.where}>
        <Where member={member} />
        <span className={styles.name}>{member.name}</span>
      </div>
      <div className={styles.tools}>
        <WordsButton />
        <ButtonLink kind="quiet" icon={CircleQuestionMark} href="/help">
          <Trans>Help</Trans>
        </ButtonLink>
        <span className={styles.out}>
          <Button kind="quiet" icon={LogOut} onPress={() => void signOut()}>
            <Trans>Sign out</Trans>
          </Button>
        </span>
      </div>
    </header>
  )
}

function Where({ member }: { readonly member: Member }) {
  const { t } = useLingui()
  const access = useAccess()
  const [isOpen, setOpen] = useState<boolean>()
  const hasOthers = access.state === 'open' && access.memberships.length > 1
  if (!hasOthers) return <b className={styles.organisation}>{member.organisationName}</b>
  return (
    <>
      <Button
        size="small"
        icon={Repeat2}
        aria-haspopup="dialog"
        aria-label={t`${member.organisationName}: work elsewhere`}
        onPress={() => setOpen(true)}
      >
        {member.organisationName}
      </Button>
      {isOpen !== undefined && <SwitchDialog member={member} isOpen={isOpen} onClose={() => setOpen(false)} />}
    </>
  )
}
