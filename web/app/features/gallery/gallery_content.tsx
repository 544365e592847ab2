// SPDX-License-Identifier: EUPL-1.2
// web/app/features/gallery/gallery_content.tsx
//
// What one reads: the thread, states, quotations, tables, means, empty places.

import {
  DataTable,
  EmptyState,
  Facts,
  LinkButton,
  Means,
  Notice,
  Quote,
  Section,
  Sheet,
  StateMark,
  Tag,
  TextLink,
  ThreadLine,
  WithheldNote,
  withheld,
} from '#ui';
import { Tabs } from '#ui/tabs.tsx';

const rows = [
  { moment: 'Jour', care: '21 % de 56', all: '24 % de 96' },
  { moment: 'Nuit', care: '31 % de 32', all: '29 % de 52' },
];

export function GalleryContent() {
  return (
    <div className="cols wide-side">
      <div className="stack-xl">
        <Sheet title="Ce qui se passait">
          <p className="read">
            À 6 h 45, deux équipes se croisent au poste de soins. La relève était coupée toutes les
            deux minutes, et reprise de mémoire.
          </p>
          <Quote isMarked text="Dans la salle du fond, on s’entend." />
          <p className="row">
            <Tag kind="shared" /> <Tag kind="differently" /> <Tag icon="eye">lue par l’équipe</Tag>
          </p>
          <p className="row">
            <StateMark state="to_come" /> <StateMark state="under_way" /> <StateMark state="done" />
            <StateMark state="awaited">Attendu depuis le 12 novembre</StateMark>
          </p>
          <Notice>
            <p>Ce qui n’a pas marché : le jeudi, la salle est prise à 8 h 30.</p>
          </Notice>
          <DataTable
            caption="Plutôt d’accord ou tout à fait d’accord, et nombre de réponses"
            columns={[
              { id: 'moment', label: 'Moment', cell: (row) => row.moment, isRowHeader: true },
              { id: 'care', label: 'Soin', cell: (row) => row.care, isNumber: true },
              { id: 'hotel', label: 'Hôtellerie', cell: () => withheld },
              { id: 'all', label: 'Ensemble', cell: (row) => row.all, isNumber: true },
            ]}
            rows={rows}
            rowId={(row) => row.moment}
          />
          <WithheldNote widerHref="/a" spaceHref="/b" />
        </Sheet>
        <Facts
          columns={2}
          items={[
            { label: 'Enjeu du soin', value: 'Que l’information arrive entière au matin.' },
            { label: 'Enjeu du travail', value: 'Partir à l’heure et l’esprit tranquille.' },
          ]}
        />
        <Tabs
          label="Vues"
          views={[
            { id: 'one', label: 'Ce que l’on a entendu', content: <p>Une vue.</p> },
            { id: 'two', label: 'Le journal', content: <p>Une autre.</p> },
          ]}
        />
        <EmptyState
          icon="listen"
          title="Aucune discussion pour l’instant"
          action={<LinkButton href="/ecouter/nouvelle">Préparer une discussion</LinkButton>}
        >
          Un sujet, une date, quelqu’un qui anime : c’est assez pour commencer.
        </EmptyState>
      </div>
      <aside className="stack-xl" aria-label="À côté">
        <Section title="Le fil">
          <ThreadLine
            knots={[
              {
                id: '1',
                kind: 'quote',
                label: '3 février · discussion',
                children: (
                  <p>
                    <TextLink href="/a">Une phrase</TextLink>, dite sans nom, reconnue par le
                    groupe.
                  </p>
                ),
              },
              {
                id: '2',
                kind: 'answer',
                label: '12 mai · réponse',
                children: (
                  <p>
                    <TextLink href="/b">Essayée</TextLink>, pour douze semaines.
                  </p>
                ),
              },
              {
                id: '3',
                kind: 'sheet',
                label: 'Vous êtes ici · fiche',
                isHere: true,
                children: (
                  <p>
                    <b>La salle du fond</b>, version 4
                  </p>
                ),
              },
              {
                id: '4',
                kind: 'elsewhere',
                label: 'À venir · ailleurs',
                isToCome: true,
                children: <p>Deux résidences du cluster veulent la lire.</p>,
              },
            ]}
          />
        </Section>
        <Means
          means={{
            time: '2 h par mois et par équipe, remplacées',
            money: null,
            until: '2027-06-30',
          }}
        />
      </aside>
    </div>
  );
}
