// Heads, buttons, notices, tabs, menus and dialogs.
import { Ellipsis, Printer, Users } from 'lucide-react'
import { useState } from 'react'
import { Button, ButtonLink, IconButton, TextLink } from '../../../src/web/ui/Button.tsx'
import { Dialog } from '../../../src/web/ui/Dialog.tsx'
import { Row, Stack } from '../../../src/web/ui/Layout.tsx'
import { Menu } from '../../../src/web/ui/Menu.tsx'
import { EmptyState, Loading, Notice } from '../../../src/web/ui/Notice.tsx'
import { Card, PageHeader } from '../../../src/web/ui/PageHeader.tsx'
import { Tabs } from '../../../src/web/ui/Tabs.tsx'
import { WordsButton } from '../../../src/web/ui/Words.tsx'

export function PageParts() {
  return (
    <section id="page-parts" aria-label="Page parts">
      <PageHeader
        title="4H Mathematics"
        about="Fractions, autumn 2. Last noticed today, 11:44"
        cover="bottle"
        actions={
          <>
            <Button icon={Printer}>Print</Button>
            <Button kind="primary" icon={Users}>
              Make a group
            </Button>
          </>
        }
      />
      <Card title="Buttons and links">
        <Stack>
          <Row>
            <Button kind="primary">Primary</Button>
            <Button>Plain</Button>
            <Button kind="quiet" leadsOn>
              Quiet, leads on
            </Button>
            <Button size="small">Small</Button>
            <Button isDisabled>Not now</Button>
            <Button isPending>Waiting</Button>
          </Row>
          <Row isSpread>
            <ButtonLink href="#elsewhere">A link as a button</ButtonLink>
            <TextLink href="#elsewhere">A link among words</TextLink>
            <IconButton icon={Ellipsis} label="More" />
            <WordsButton />
          </Row>
          <Row>
            <Acts />
          </Row>
        </Stack>
      </Card>
      <Notice title="For your information">The teacher has not sent a brief. You can start all the same.</Notice>
      <Notice kind="ok" title="Kept">
        Ewa and Theo, prompt
      </Notice>
      <Notice kind="warn" title="Two sources are needed" action={<Button size="small">Look again</Button>}>
        Only one moment stands behind this.
      </Notice>
      <Notice kind="bad" title="Not sent" isLive>
        The goal was closed on Tuesday.
      </Notice>
      <EmptyState title="No goals yet" action={<Button>Make a goal</Button>}>
        A goal says what the learner is learning to do, in their own words too.
      </EmptyState>
      <Loading />
      <Leaves />
    </section>
  )
}

function Acts() {
  const [last, setLast] = useState('nothing yet')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Menu
        label="What to do"
        acts={[
          { id: 'withdraw', label: 'Withdraw', onAction: () => setLast('withdrew') },
          { id: 'print', label: 'Print', icon: Printer, onAction: () => setLast('printed') },
        ]}
      />{' '}
      <Button onPress={() => setOpen(true)}>Open the dialog</Button>
      <p data-testid="last-act">{last}</p>
      <Dialog
        title="Withdraw this moment?"
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button kind="primary" onPress={() => setOpen(false)}>
              Withdraw
            </Button>
            <Button onPress={() => setOpen(false)}>Leave it</Button>
          </>
        }
      >
        <p>It was noted for the wrong learner. It goes from this learner’s page at once.</p>
      </Dialog>
    </>
  )
}

function Leaves() {
  const [selected, setSelected] = useState('moments')
  return (
    <Tabs
      label="About Callum"
      tabs={[
        { id: 'moments', label: 'Moments' },
        { id: 'goals', label: 'Goals' },
        { id: 'plan', label: 'What helps' },
      ]}
      selected={selected}
      onSelect={setSelected}
    >
      <p>The panel of {selected}</p>
    </Tabs>
  )
}
