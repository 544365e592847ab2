// SPDX-License-Identifier: EUPL-1.2
// web/app/features/spaces/facilitator_end.tsx
//
// After the session, for whoever facilitated: say that the group heard back, keep or revoke the link people hold.

import { useDraft } from '#app/use_draft.ts';
import { Button, ProblemNote, Section, TextArea, TextLink } from '#ui';
import { t } from '#words';
import { type Space, useBoard, useFollowLink, useReturn } from './use_spaces.ts';

export function FacilitatorEnd({ space }: { space: Space }) {
  return (
    <>
      {!space.returned_on && <SayReturned space={space} />}
      <LinkToKeep id={space.id} />
      <p>
        <TextLink href="/ecouter/suites">{t('spaces.follow_ups.see')}</TextLink>
      </p>
    </>
  );
}

function SayReturned({ space }: { space: Space }) {
  const draft = useDraft(`return.${space.id}`, { words: '' });
  const say = useReturn(space.id, draft.clear);
  return (
    <Section title={t('spaces.return.title')}>
      <form
        className="stack read"
        onSubmit={(event) => {
          event.preventDefault();
          say.mutate(draft.value);
        }}
      >
        <TextArea
          label={t('spaces.return.words')}
          hint={t('spaces.return.hint')}
          value={draft.value.words}
          onChange={(words) => draft.change({ words })}
          length_max={600}
        />
        <ProblemNote problem={say.error} />
        <Button type="submit" isBusy={say.isPending}>
          {t('spaces.return.submit')}
        </Button>
      </form>
    </Section>
  );
}

function LinkToKeep({ id }: { id: string }) {
  const board = useBoard(id).data?.data;
  const renew = useFollowLink(id, 'POST');
  const revoke = useFollowLink(id, 'DELETE');
  if (board === undefined) return null;
  return (
    <Section title={t('spaces.follow.title')}>
      <p className="soft read">{t('spaces.follow.lead')}</p>
      {board.follow_url ? (
        <>
          <figure className="qr">
            <img
              src={`/api/spaces/${id}/follow.svg`}
              alt={t('spaces.follow.qr')}
              width="144"
              height="144"
            />
            <figcaption>
              <a href={board.follow_url}>{t('spaces.follow.open')}</a>
            </figcaption>
          </figure>
          <Button isBusy={revoke.isPending} onPress={() => revoke.mutate(undefined)}>
            {t('spaces.follow.revoke')}
          </Button>
        </>
      ) : (
        <>
          <p>{t('spaces.follow.revoked')}</p>
          <Button isBusy={renew.isPending} onPress={() => renew.mutate({})}>
            {t('spaces.follow.renew')}
          </Button>
        </>
      )}
      <ProblemNote problem={renew.error ?? revoke.error} />
    </Section>
  );
}
