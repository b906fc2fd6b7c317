// For the centre administrator: the units there are, and one of them with its official wording.
import { Trans, useLingui } from '@lingui/react/macro'
import { useParams } from '@tanstack/react-router'
import { useOfficialWording, useStandard, useUnits } from '../../../centre/standards/client.ts'
import type { StandardPack } from '../../../centre/standards/contract.ts'
import { OutcomeCriteria } from '../../../centre/standards/OutcomeCriteria.tsx'
import { StandardFacts } from '../../../centre/standards/StandardFacts.tsx'
import { WordingPanel } from '../../../centre/standards/WordingPanel.tsx'
import { AskedView } from '../../ui/AskedView.tsx'
import { ButtonLink } from '../../ui/Button.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { EmptyState } from '../../ui/Notice.tsx'
import { Card, PageHeader } from '../../ui/PageHeader.tsx'
import { paths } from '../paths.ts'

export function StandardsPage() {
  const { t } = useLingui()
  const asked = useUnits()
  return (
    <>
      <PageHeader
        title={<Trans>Standards</Trans>}
        about={<Trans>Units as data, in our own short words, with your official wording beside</Trans>}
      />
      <Card>
        <AskedView asked={asked}>
          {(units) => (
            <Stack gap="small">
              {units.map(({ code, unitNumber, title, level, isComplete }) => (
                <ButtonLink key={code} leadsOn href={paths.standard(code)}>
                  {isComplete
                    ? t`${unitNumber} ${title}, level ${level}`
                    : t`${unitNumber} ${title}, level ${level}. Not all of it is known`}
                </ButtonLink>
              ))}
            </Stack>
          )}
        </AskedView>
      </Card>
    </>
  )
}

export function StandardPage() {
  const { packCode }: { readonly packCode?: string } = useParams({ strict: false })
  const asked = useStandard(packCode)
  return <AskedView asked={asked}>{(pack) => <Standard pack={pack} />}</AskedView>
}

function Standard({ pack }: { readonly pack: StandardPack }) {
  const asked = useOfficialWording(pack.code, pack.version)
  return (
    <>
      <PageHeader
        cover="plum"
        title={
          <Trans>
            Unit {pack.unitNumber}: {pack.title}
          </Trans>
        }
        about={<Trans>Version {pack.version}. Who is registered keeps the version that they began with.</Trans>}
      />
      <Stack>
        <Card title={<Trans>The unit</Trans>}>
          <Stack>
            <StandardFacts pack={pack} />
          </Stack>
        </Card>
        <AskedView asked={asked}>
          {(shown) => (
            <Stack>
              <Card title={<Trans>Official wording</Trans>}>
                <WordingPanel pack={pack} shown={shown} />
              </Card>
              <Card title={<Trans>Criteria</Trans>}>
                {pack.leaves.length === 0 ? (
                  <EmptyState title={<Trans>No criteria are known of this unit</Trans>} />
                ) : (
                  pack.outcomes.map(({ number }) => <OutcomeCriteria key={number} pack={pack} number={number} wording={shown.wording} />)
                )}
              </Card>
            </Stack>
          )}
        </AskedView>
      </Stack>
    </>
  )
}
