// SPDX-License-Identifier: EUPL-1.2
// web/app/features/people/offer_seat.tsx
//
// Offering a seat: whose address, as what, from when; then the link to hand over, once, as words and as
// a QR code.

import { useState } from 'react';
import { useDraft } from '#app/use_draft.ts';
import { Button, DateField, fieldTexts, Opened, ProblemNote, Sheet, TextField } from '#ui';
import { fullDay, t } from '#words';
import './people.css';
import { type SeatOffered, useOfferSeat } from './use_people.ts';

interface OfferSeatProps {
  college_id: string;
  place_id: string;
  today: string;
  isSubstitute?: boolean;
  /** Instead of « Proposer une place ». */
  label?: string;
}

export function OfferSeat(props: OfferSeatProps) {
  const [isOpen, setIsOpen] = useState(false);
  const offer = useOfferSeat(props.college_id, props.place_id);
  const label =
    props.label ?? t(props.isSubstitute ? 'people.offer.substitute_title' : 'people.offer.title');
  if (!isOpen)
    return (
      <div>
        <Button icon="plus" onPress={() => setIsOpen(true)}>
          {label}
        </Button>
      </div>
    );
  if (offer.data)
    return (
      <Offered
        offered={offer.data.data}
        onDone={() => {
          offer.reset();
          setIsOpen(false);
        }}
      />
    );
  return (
    <Opened onClose={() => setIsOpen(false)}>
      <OfferForm {...props} label={label} offer={offer} onClose={() => setIsOpen(false)} />
    </Opened>
  );
}

interface OfferFormProps extends OfferSeatProps {
  label: string;
  offer: ReturnType<typeof useOfferSeat>;
  onClose: () => void;
}

function OfferForm({
  college_id,
  today,
  isSubstitute = false,
  label,
  offer,
  onClose,
}: OfferFormProps) {
  const draft = useDraft(`offer_seat.${college_id}`, {
    email: '',
    function_title: '',
    starts_on: today,
    ends_on: '',
  });
  const wrong = fieldTexts(offer.error);
  return (
    <Sheet title={label}>
      <form
        className="stack read"
        onSubmit={(event) => {
          event.preventDefault();
          const { ends_on, ...rest } = draft.value;
          offer.mutate(
            { ...rest, substitute: isSubstitute, ...(ends_on ? { ends_on } : {}) },
            { onSuccess: () => draft.clear() },
          );
        }}
      >
        <TextField
          label={t('people.offer.email')}
          type="email"
          value={draft.value.email}
          onChange={(email) => draft.change({ email })}
          error={wrong['/email']}
          isRequired
        />
        <TextField
          label={t('people.offer.function')}
          hint={t('people.offer.function_hint')}
          value={draft.value.function_title}
          onChange={(function_title) => draft.change({ function_title })}
          error={wrong['/function_title']}
          length_max={200}
          isRequired
        />
        <DateField
          label={t('people.offer.starts_on')}
          value={draft.value.starts_on}
          onChange={(starts_on) => draft.change({ starts_on })}
          error={wrong['/starts_on']}
          isRequired
        />
        <DateField
          label={t('people.offer.ends_on')}
          value={draft.value.ends_on}
          onChange={(ends_on) => draft.change({ ends_on })}
          error={wrong['/ends_on']}
        />
        <ProblemNote problem={offer.error} />
        <div className="row">
          <Button type="submit" kind="main" isBusy={offer.isPending}>
            {t('people.offer.submit')}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {t('common.close')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

function Offered({ offered, onDone }: { offered: SeatOffered; onDone: () => void }) {
  const [wasCopied, setWasCopied] = useState(false);
  const day = fullDay(offered.until);
  return (
    <Sheet title={t('people.offered.title')}>
      <p>
        {offered.mail_is_sent
          ? t('people.offered.lead_mail', { day })
          : t('people.offered.lead_hand', { day })}
      </p>
      <p className="soft">{t('people.offered.once')}</p>
      <TextField label={t('people.offered.link')} value={offered.link} onChange={() => undefined} />
      <div className="row">
        <Button
          onPress={() =>
            void navigator.clipboard?.writeText(offered.link).then(() => setWasCopied(true))
          }
        >
          {t('people.offered.copy')}
        </Button>
        <span role="status">{wasCopied && t('people.offered.copied')}</span>
      </div>
      <img
        className="link-qr"
        alt={t('people.offered.qr')}
        src={`data:image/svg+xml;base64,${btoa(offered.qr_svg)}`}
      />
      <div>
        <Button kind="main" onPress={onDone}>
          {t('people.offered.done')}
        </Button>
      </div>
    </Sheet>
  );
}
