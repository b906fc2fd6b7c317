// Whom to tell about a worry, first to last, with a phone to tap; 999 whatever else is known.
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Asked } from '../../web/asking.ts'
import { TextLink } from '../../web/ui/Button.tsx'
import { ChipGroup } from '../../web/ui/ChipGroup.tsx'
import type { SafeguardingContact, SafeguardingPart } from './contract.ts'
import { type Concern, telephoneLink, toldAbout } from './rules.ts'
import styles from './WhomToTell.module.css'

export type KnownContacts =
  | { readonly state: 'loading' }
  /** Never asked with a network on this device, or refused. */
  | { readonly state: 'unknown' }
  | { readonly state: 'known'; readonly contacts: readonly SafeguardingContact[] }

/** What an asked list of contacts is to {@link WhomToTell}. */
export function knownContacts(asked: Asked<{ readonly contacts: readonly SafeguardingContact[] }>): KnownContacts {
  if (asked.state === 'answered') return { state: 'known', contacts: asked.answer.contacts }
  return { state: asked.state === 'loading' ? 'loading' : 'unknown' }
}

export const partWords: Readonly<Record<SafeguardingPart, MessageDescriptor>> = {
  lead: msg`Safeguarding lead`,
  deputy: msg`Deputy safeguarding lead`,
  head: msg`Head`,
  local_authority_officer: msg`Local authority officer`,
  chair_of_governors: msg`Chair of governors`,
}

export function WhomToTell({ known }: { readonly known: KnownContacts }) {
  const { t } = useLingui()
  const [concern, setConcern] = useState<Concern>('child')
  const contacts = known.state === 'known' ? toldAbout(known.contacts, concern) : []
  const concerns: readonly { readonly id: Concern; readonly label: string }[] = [
    { id: 'child', label: t`A child` },
    { id: 'staff', label: t`An adult who works here` },
    { id: 'head', label: t`The head` },
  ]
  return (
    <div className={styles.whom}>
      <p>
        <Trans>
          In danger now? Ring <TextLink href="tel:999">999</TextLink> first.
        </Trans>
      </p>
      <div className={styles.concern}>
        <ChipGroup
          label={<Trans>The worry is about</Trans>}
          chips={concerns}
          value={concern}
          onChange={(id) => setConcern(id ?? 'child')}
        />
      </div>
      {contacts.length > 0 ? (
        <ol className={styles.list} aria-label={t`Tell, in this order`}>
          {contacts.map(({ part, name, phone }) => (
            <li key={`${part} ${name} ${phone}`}>
              <span>
                <b>{name}</b>, {t(partWords[part])}
              </span>
              <TextLink href={telephoneLink(phone)}>{phone}</TextLink>
            </li>
          ))}
        </ol>
      ) : (
        <Nobody known={known} concern={concern} />
      )}
    </div>
  )
}

function Nobody({ known, concern }: { readonly known: KnownContacts; readonly concern: Concern }) {
  if (known.state === 'loading') return null
  if (concern === 'head') {
    return (
      <p>
        <Trans>The names are not here yet: tell the chair of governors.</Trans>
      </p>
    )
  }
  return (
    <p>
      {known.state === 'known' ? (
        <Trans>Your school has not entered its safeguarding lead yet: tell the head.</Trans>
      ) : (
        <Trans>The names are not on this device yet: go to the safeguarding lead or the head.</Trans>
      )}
    </p>
  )
}
