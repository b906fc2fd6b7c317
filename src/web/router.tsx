// Every page of the application by its path, loaded when it is first wanted.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, type RouteComponent } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { device } from './device.ts'
import { NotFoundPage } from './pages/shell/NotFoundPage.tsx'
import { Shell } from './pages/shell/Shell.tsx'
import { TroublePage } from './pages/shell/TroublePage.tsx'
import { expectArrival } from './ui/arrival.ts'
import { Loading } from './ui/Notice.tsx'

const root = createRootRoute({ notFoundComponent: NotFoundPage })

/** Pages behind the door, within the rail. */
const inside = createRoute({ getParentRoute: () => root, id: 'inside', component: Shell, notFoundComponent: NotFoundPage })

const insidePages = [
  page('$', NotFoundPage),
  page(
    '/',
    lazyRouteComponent(() => import('./pages/TodayPage.tsx'), 'TodayPage'),
  ),
  page(
    '/more',
    lazyRouteComponent(() => import('./pages/shell/MorePage.tsx'), 'MorePage'),
  ),
  page(
    '/help',
    lazyRouteComponent(() => import('./pages/HelpPage.tsx'), 'HelpPage'),
  ),
  page(
    '/waiting',
    lazyRouteComponent(() => import('./pages/waiting/Waiting.tsx'), 'Waiting'),
  ),
  page(
    '/device',
    lazyRouteComponent(() => import('./pages/DevicePage.tsx'), 'DevicePage'),
  ),
  page(
    '/people',
    lazyRouteComponent(() => import('./pages/PeoplePage.tsx'), 'PeoplePage'),
  ),
  page(
    '/groups',
    lazyRouteComponent(() => import('./pages/groups/GroupsPage.tsx'), 'GroupsPage'),
  ),
  page(
    '/groups/new',
    lazyRouteComponent(() => import('./pages/groups/NewGroupPage.tsx'), 'NewGroupPage'),
  ),
  page(
    '/groups/$groupId',
    lazyRouteComponent(() => import('./pages/groups/GroupPage.tsx'), 'GroupPage'),
  ),
  page(
    '/groups/$groupId/timetable',
    lazyRouteComponent(() => import('./pages/timetable/GroupTimetablePage.tsx'), 'GroupTimetablePage'),
  ),
  page(
    '/week',
    lazyRouteComponent(() => import('./pages/timetable/WeekPage.tsx'), 'WeekPage'),
  ),
  page(
    '/term-dates',
    lazyRouteComponent(() => import('./pages/timetable/TermDatesPage.tsx'), 'TermDatesPage'),
  ),
  page(
    '/groups/$groupId/class',
    lazyRouteComponent(() => import('./pages/class/ClassPage.tsx'), 'ClassPage'),
  ),
  page(
    '/groups/$groupId/profiles',
    lazyRouteComponent(() => import('./pages/groups/GroupProfilesPage.tsx'), 'GroupProfilesPage'),
  ),
  page(
    '/groups/$groupId/symbols',
    lazyRouteComponent(() => import('./pages/groups/SymbolsPage.tsx'), 'SymbolsPage'),
  ),
  page(
    '/groups/$groupId/agreement',
    lazyRouteComponent(() => import('./pages/groups/AgreementPage.tsx'), 'AgreementPage'),
  ),
  page(
    '/groups/$groupId/goals/new',
    lazyRouteComponent(() => import('./pages/groups/NewGoalPage.tsx'), 'NewGoalPage'),
  ),
  page(
    '/groups/$groupId/move-up',
    lazyRouteComponent(() => import('./pages/groups/MoveUpPage.tsx'), 'MoveUpPage'),
  ),
  page(
    '/learners/$learnerId',
    lazyRouteComponent(() => import('./pages/learner/LearnerPage.tsx'), 'LearnerPage'),
  ),
  page(
    '/advice',
    lazyRouteComponent(() => import('./pages/session/AdvicePage.tsx'), 'AdvicePage'),
  ),
  page(
    '/sessions/$sessionId/questions',
    lazyRouteComponent(() => import('./pages/session/QuestionsPage.tsx'), 'QuestionsPage'),
  ),
  page(
    '/sessions/$sessionId',
    lazyRouteComponent(() => import('./pages/session/SessionPage.tsx'), 'SessionPage'),
  ),
  page(
    '/sessions/$sessionId/$place',
    lazyRouteComponent(() => import('./pages/session/SessionPage.tsx'), 'SessionPage'),
  ),
  page(
    '/learners/$learnerId/achievements',
    lazyRouteComponent(() => import('./pages/learner/AchievementsPage.tsx'), 'AchievementsPage'),
  ),
  page(
    '/results',
    lazyRouteComponent(() => import('./pages/results/ResultsPage.tsx'), 'ResultsPage'),
  ),
  page(
    '/words',
    lazyRouteComponent(() => import('./pages/words/WordsPage.tsx'), 'WordsPage'),
  ),
  page(
    '/handovers/$handoverId',
    lazyRouteComponent(() => import('./pages/handovers/HandoverPage.tsx'), 'HandoverPage'),
  ),
  page(
    '/consent',
    lazyRouteComponent(() => import('./pages/office/ConsentPage.tsx'), 'ConsentPage'),
  ),
  page(
    '/erasure',
    lazyRouteComponent(() => import('./pages/office/ErasurePage.tsx'), 'ErasurePage'),
  ),
  page(
    '/bridge',
    lazyRouteComponent(() => import('./pages/bridge/BridgePage.tsx'), 'BridgePage'),
  ),
  page(
    '/offered',
    lazyRouteComponent(() => import('./pages/bridge/OfferedPage.tsx'), 'OfferedPage'),
  ),
  page(
    '/unit',
    lazyRouteComponent(() => import('./pages/centre/UnitPage.tsx'), 'UnitPage'),
  ),
  page(
    '/visits/$registrationId',
    lazyRouteComponent(() => import('./pages/centre/VisitPage.tsx'), 'VisitPage'),
  ),
  page(
    '/taught',
    lazyRouteComponent(() => import('./pages/centre/TaughtPage.tsx'), 'TaughtPage'),
  ),
  page(
    '/verify',
    lazyRouteComponent(() => import('./pages/centre/VerifyPage.tsx'), 'VerifyPage'),
  ),
  page(
    '/verifiers',
    lazyRouteComponent(() => import('./pages/centre/VerifiersPage.tsx'), 'VerifiersPage'),
  ),
  page(
    '/staff',
    lazyRouteComponent(() => import('./pages/centre/StaffPage.tsx'), 'StaffPage'),
  ),
  page(
    '/units/$registrationId',
    lazyRouteComponent(() => import('./pages/centre/UnitShell.tsx'), 'UnitShell'),
  ),
  page(
    '/units/$registrationId/$place',
    lazyRouteComponent(() => import('./pages/centre/UnitShell.tsx'), 'UnitShell'),
  ),
  page(
    '/assess',
    lazyRouteComponent(() => import('./pages/centre/QueuePage.tsx'), 'QueuePage'),
  ),
  page(
    '/safeguarding',
    lazyRouteComponent(() => import('./pages/safeguarding/SafeguardingPage.tsx'), 'SafeguardingPage'),
  ),
  page(
    '/assess/$registrationId',
    lazyRouteComponent(() => import('./pages/centre/AssessPage.tsx'), 'AssessPage'),
  ),
  page(
    '/assess/$registrationId/$evidenceId',
    lazyRouteComponent(() => import('./pages/centre/AssessPage.tsx'), 'AssessPage'),
  ),
  page(
    '/witnesses',
    lazyRouteComponent(() => import('./pages/centre/WitnessesPage.tsx'), 'WitnessesPage'),
  ),
  page(
    '/standards',
    lazyRouteComponent(() => import('./pages/centre/StandardsPage.tsx'), 'StandardsPage'),
  ),
  page(
    '/standards/$packCode',
    lazyRouteComponent(() => import('./pages/centre/StandardsPage.tsx'), 'StandardPage'),
  ),
  page(
    '/registrations',
    lazyRouteComponent(() => import('./pages/centre/RegistrationsPage.tsx'), 'RegistrationsPage'),
  ),
]

/** Pages for those who hold a one-time link or a set-up code, whoever else is signed in on the device. */
const outsidePages = [
  outside(
    '/invitation',
    lazyRouteComponent(() => import('./pages/LinkPages.tsx'), 'InvitationPage'),
  ),
  outside(
    '/set-up',
    lazyRouteComponent(() => import('./pages/welcome/SetUpPage.tsx'), 'SetUpPage'),
  ),
  outside(
    '/witness',
    lazyRouteComponent(() => import('./pages/centre/WitnessEntryPage.tsx'), 'WitnessEntryPage'),
  ),
  outside(
    '/testimony',
    lazyRouteComponent(() => import('./pages/centre/TestimonyPage.tsx'), 'TestimonyPage'),
  ),
  outside(
    '/recovery',
    lazyRouteComponent(() => import('./pages/LinkPages.tsx'), 'RecoveryPage'),
  ),
]

function page<Path extends string>(path: Path, component: RouteComponent) {
  return createRoute({ getParentRoute: () => inside, path, component: behindTheDoor(component) })
}

/**
 * A page that is not fetched while nobody is here: the shell shows the door then, and no page. The first page comes into a shell that stands
 * already, so that the browser can paint it and hear taps meanwhile; a later one takes the place of the one before when it is there. Nothing
 * suspends: React would hold back what comes after a fallback (see ui/part.tsx).
 */
function behindTheDoor(Page: RouteComponent): RouteComponent {
  const preload = async () => {
    if (device().access.state.get().state !== 'open') return
    const fetched = Page.preload?.()
    if (isFirstPage()) fetched?.catch(() => undefined)
    else await fetched
  }
  const InShell = () => {
    const [isFetched, setIsFetched] = useState(Page.preload === undefined)
    useEffect(() => {
      // It may have come since it was drawn: then there is nothing left to fetch.
      if (!isFetched) void Promise.resolve(Page.preload?.()).then(() => setIsFetched(true))
    }, [isFetched])
    return isFetched ? <Page /> : <Loading />
  }
  return Object.assign(InShell, { preload })
}

const isFirstPage = () => router.state.resolvedLocation === undefined

function outside<Path extends string>(path: Path, component: RouteComponent) {
  return createRoute({ getParentRoute: () => root, path, component })
}

export const router = createRouter({
  routeTree: root.addChildren([inside.addChildren(insidePages), ...outsidePages]),
  defaultErrorComponent: TroublePage,
  defaultPreload: 'intent',
})

let lastPath = location.pathname
router.subscribe('onBeforeNavigate', ({ toLocation: { pathname } }) => {
  if (pathname !== lastPath) expectArrival()
  lastPath = pathname
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
