// Names of the learners that somebody works with in schools of this installation, asked there as who she is there. They stay in this browser.
import { useQuery } from '@tanstack/react-query'
import { learnerGivenNames } from '../../../school/learners/contract.ts'
import { device, useAccess } from '../../device.ts'

const none: readonly string[] = []

/** Given names of one’s own learners; none for whoever works in no school here, and while they aren’t known yet. */
export function useKnownNames(): readonly string[] {
  const access = useAccess()
  const memberships = access.state === 'open' ? access.memberships : []
  const schools = memberships.filter(
    ({ kind, roles }) => kind === 'school' && (roles.includes('practitioner') || roles.includes('teacher')),
  )
  const { data = none } = useQuery({
    queryKey: ['names of own learners', ...schools.map(({ personId }) => personId)],
    enabled: schools.length > 0,
    staleTime: 5 * 60_000,
    queryFn: async () => {
      const asked = schools.map(({ organisationId, personId }) =>
        device().answers.askIn({ organisationId, personId }, learnerGivenNames, {}),
      )
      const answered = await Promise.allSettled(asked)
      return [...new Set(answered.flatMap((one) => (one.status === 'fulfilled' ? one.value.answer.names : [])))]
    },
  })
  return data
}
