// SPDX-License-Identifier: EUPL-1.2
// web/app/features/home/home_screen.tsx
//
// What is awaited, by date. Somebody who has not signed in is shown how to.

import { Loaded } from '#app/api/loaded.tsx';
import { useSession } from '#app/session.ts';
import { EmptyState, LinkButton, Loading, PageHead } from '#ui';
import { longDay, parisDay, t } from '#words';
import { MyClusters } from '../clusters/index.ts';
import { FirstSteps } from '../guides/first_steps.tsx';
import { SignInScreen } from '../people/sign_in_screen.tsx';
import { AwaitedLists } from './awaited_lists.tsx';
import { BeginDiscussion } from './begin_discussion.tsx';
import './home.css';
import { MeansOnTable } from './means_on_table.tsx';
import { Moved } from './moved.tsx';
import { type Home, useHome } from './use_home.ts';

export function HomeScreen() {
  const session = useSession();
  const account = session.data?.data.account;
  const isSignedIn = account != null;
  const home = useHome(isSignedIn);

  if (session.data === undefined && session.error === null) return <Loading />;
  if (!isSignedIn) return <SignInScreen />;

  return (
    <>
      <PageHead
        where={longDay(home.data?.data.today ?? parisDay(new Date()))}
        title={t('home.title')}
        lead={t('home.lead')}
      />
      <Loaded from={home}>
        {(content, can) => (
          <div className="cols">
            <div className="stack-xl">
              {isEmpty(content.owed) ? (
                <EmptyState title={t('home.empty.title')}>{t('home.empty.lead')}</EmptyState>
              ) : (
                <AwaitedLists owed={content.owed} today={content.today} can={can} />
              )}
            </div>
            <aside className="stack-xl" aria-label={t('home.aside')}>
              <MeansOnTable lines={content.means} />
              <MyClusters />
              {account?.administrator && (
                <p>
                  <LinkButton href="/administration" icon="arrow">
                    {t('people.account.administration')}
                  </LinkButton>
                </p>
              )}
              {(account?.mandates ?? []).length > 0 && <BeginDiscussion />}
              <Moved items={content.moved} />
              <FirstSteps />
            </aside>
          </div>
        )}
      </Loaded>
    </>
  );
}

function isEmpty(owed: Home['owed']): boolean {
  return owed.awaited.length + owed.this_week.length + owed.later.length === 0;
}
