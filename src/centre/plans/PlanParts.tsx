// Parts of a plan that are filled in as a form: the meeting, the visit, permissions and confidentiality.
import { Trans, useLingui } from '@lingui/react/macro'
import { Field, SelectField, TextAreaField } from '../../web/ui/Field.tsx'
import { Stack } from '../../web/ui/Layout.tsx'
import { Card } from '../../web/ui/PageHeader.tsx'
import type { PlanContent } from './contract.ts'
import styles from './PlanParts.module.css'
import { adultsWords, howWords, schoolWords } from './PlanWords.tsx'

export interface PartProps {
  readonly content: PlanContent
  readonly onChange: (content: PlanContent) => void
}

const orNone = (text: string) => (text === '' ? null : text)
const count = (text: string, most: number) => (/^\d+$/.test(text) ? Math.min(Number(text), most) : null)

export function MeetingPart({ content, onChange }: PartProps) {
  const { t } = useLingui()
  const { meeting } = content
  const set = (change: Partial<PlanContent['meeting']>) => onChange({ ...content, meeting: { ...meeting, ...change } })
  return (
    <Card title={<Trans>When you planned together</Trans>}>
      <div className={styles.three}>
        <Field
          name="meeting-on"
          type="date"
          label={<Trans>Day of the meeting</Trans>}
          value={meeting.on ?? ''}
          onChange={(on) => set({ on: orNone(on) })}
        />
        <SelectField
          name="meeting-how"
          label={<Trans>How</Trans>}
          options={(['in_person', 'video', 'phone'] as const).map((id) => ({ id, label: t(howWords[id]) }))}
          value={meeting.how}
          onChange={(how) => set({ how: how as PlanContent['meeting']['how'] })}
        />
        <Field
          name="meeting-minutes"
          inputMode="numeric"
          label={<Trans>Minutes</Trans>}
          isOptional
          value={meeting.minutes === null ? '' : String(meeting.minutes)}
          onChange={(minutes) => set({ minutes: count(minutes, 600) || null })}
        />
      </div>
    </Card>
  )
}

export function VisitPart({ content, onChange }: PartProps) {
  const { visit } = content
  const set = (change: Partial<PlanContent['visit']>) => onChange({ ...content, visit: { ...visit, ...change } })
  const text = (name: 'activity' | 'needs' | 'resources' | 'risk' | 'adjustments' | 'teacherTold' | 'bring', most: number) => ({
    name: `visit-${name}`,
    value: visit[name],
    maxLength: most,
    rows: 2,
    width: 'full' as const,
    onChange: (value: string) => set({ [name]: value }),
  })
  return (
    <Card title={<Trans>The visit</Trans>}>
      <Stack gap="form">
        <div className={styles.three}>
          <Field
            name="visit-on"
            type="date"
            label={<Trans>Day of the visit</Trans>}
            value={visit.on ?? ''}
            onChange={(on) => set({ on: orNone(on) })}
          />
          <Field
            name="visit-start"
            type="time"
            label={<Trans>From</Trans>}
            value={visit.startTime ?? ''}
            onChange={(startTime) => set({ startTime: orNone(startTime) })}
          />
          <Field
            name="visit-end"
            type="time"
            label={<Trans>To</Trans>}
            value={visit.endTime ?? ''}
            onChange={(endTime) => set({ endTime: orNone(endTime) })}
          />
        </div>
        <Field
          name="visit-site"
          label={<Trans>Place</Trans>}
          maxLength={120}
          width="full"
          value={visit.site}
          onChange={(site) => set({ site })}
        />
        <TextAreaField {...text('activity', 400)} label={<Trans>Activity</Trans>} hint={<Trans>Subject, group, what they do</Trans>} />
        <Field
          name="visit-learners"
          inputMode="numeric"
          label={<Trans>Number of learners</Trans>}
          isOptional
          width="short"
          value={visit.learners === null ? '' : String(visit.learners)}
          onChange={(learners) => set({ learners: count(learners, 99) })}
        />
        <TextAreaField
          {...text('needs', 400)}
          label={<Trans>What they need</Trans>}
          hint={<Trans>Never a name: “one needs the steps read aloud”</Trans>}
          isOptional
        />
        <TextAreaField {...text('resources', 300)} label={<Trans>Resources</Trans>} isOptional />
        <TextAreaField {...text('risk', 400)} label={<Trans>Risk, and what is done about it</Trans>} isOptional />
        <TextAreaField
          {...text('adjustments', 400)}
          label={<Trans>Adjustments for the candidate</Trans>}
          hint={<Trans>What the candidate needs to show what they can do</Trans>}
          isOptional
        />
        <TextAreaField {...text('teacherTold', 600)} label={<Trans>What the teacher is told</Trans>} isOptional />
        <TextAreaField {...text('bring', 300)} label={<Trans>What to bring</Trans>} isOptional />
      </Stack>
    </Card>
  )
}

export function PermissionPart({ content, onChange }: PartProps) {
  const { t } = useLingui()
  const { permissions } = content
  const set = (change: Partial<PlanContent['permissions']>) => onChange({ ...content, permissions: { ...permissions, ...change } })
  return (
    <Card title={<Trans>Permissions and confidentiality</Trans>}>
      <Stack gap="form">
        <div className={styles.three}>
          <SelectField
            name="permission-school"
            label={<Trans>The school</Trans>}
            options={(['not_yet', 'told'] as const).map((id) => ({ id, label: t(schoolWords[id]) }))}
            value={permissions.school}
            onChange={(school) => set({ school: school as PlanContent['permissions']['school'] })}
          />
          <SelectField
            name="permission-adults"
            label={<Trans>The learners’ adults</Trans>}
            options={(['not_yet', 'told', 'not_needed'] as const).map((id) => ({ id, label: t(adultsWords[id]) }))}
            value={permissions.adults}
            onChange={(adults) => set({ adults: adults as PlanContent['permissions']['adults'] })}
          />
          <Field
            name="permission-on"
            type="date"
            label={<Trans>Day</Trans>}
            isOptional
            value={permissions.on ?? ''}
            onChange={(on) => set({ on: orNone(on) })}
          />
        </div>
        <Field
          name="permission-visitor"
          label={<Trans>Visitor rule of the school</Trans>}
          hint={<Trans>Identity, certificate, sign in, who accompanies</Trans>}
          isOptional
          maxLength={300}
          width="full"
          value={permissions.visitorRule}
          onChange={(visitorRule) => set({ visitorRule })}
        />
        <TextAreaField
          name="confidentiality"
          label={<Trans>Confidentiality</Trans>}
          maxLength={600}
          rows={3}
          width="full"
          value={content.confidentiality}
          onChange={(confidentiality) => onChange({ ...content, confidentiality })}
        />
      </Stack>
    </Card>
  )
}
