// When a page breaks: what happened, that nothing kept is lost, and what to do.
import { Trans } from '@lingui/react/macro'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { Row } from '../../ui/Layout.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'

export function TroublePage() {
  return (
    <>
      <PageHeader title={<Trans>This page broke</Trans>} />
      <Notice
        kind="bad"
        title={<Trans>Something in the program went wrong</Trans>}
        action={
          <Row>
            <Button kind="primary" onPress={() => location.reload()}>
              <Trans>Load it again</Trans>
            </Button>
            <ButtonLink href="/">
              <Trans>Go to the start</Trans>
            </ButtonLink>
          </Row>
        }
      >
        <Trans>What you kept on this device is still there. If it happens again, tell your administrator which page it was.</Trans>
      </Notice>
    </>
  )
}
