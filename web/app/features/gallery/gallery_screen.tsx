// SPDX-License-Identifier: EUPL-1.2
// web/app/features/gallery/gallery_screen.tsx
//
// The pieces with invented content, as a screen would use them. See gallery_forms.tsx for what one
// writes and presses, gallery_content.tsx for what one reads, and gallery_follow_up.tsx for what is counted.

import { DueList, PageHead, Tag, ThreadStrip } from '#ui';
import { GalleryContent } from './gallery_content.tsx';
import { GalleryFollowUp } from './gallery_follow_up.tsx';
import { GalleryForms } from './gallery_forms.tsx';

export function GalleryScreen() {
  return (
    <>
      <PageHead
        title="La relève du matin dans la salle du fond"
        room="listen"
        where="galerie"
        lead="Toutes les pièces de l’établi, avec un contenu inventé."
        facts={
          <>
            <Tag icon="eye">lue par la démarche</Tag>
            <span>Version 4, 16 novembre</span>
          </>
        }
        thread={
          <ThreadStrip
            knots={[
              { id: '1', kind: 'space', label: 'Discussion du 3 février', href: '/a' },
              { id: '2', kind: 'proposal', label: 'Proposition', href: '/b' },
              { id: '3', kind: 'answer', label: 'Réponse : essayée', href: '/c' },
              { id: '4', kind: 'experiment', label: 'Essai', isHere: true },
              { id: '5', kind: 'sheet', label: 'Fiche', href: '/d', isToCome: true },
            ]}
          />
        }
      />
      <div className="stack-xl">
        <DueList
          title="Attendu depuis"
          aside="une chose"
          hasMain
          items={[
            {
              id: '1',
              day: '2026-11-03',
              title: 'Faire aussi la relève du soir dans la salle du fond',
              href: '/desk',
              awaited: 'Réponse de la direction des soins attendue depuis le 3 novembre',
              room: 'listen',
              from: 'Proposition de l’équipe des Charmes',
              takes: '5 min',
              action: 'Répondre',
            },
          ]}
        />
        <GalleryForms />
        <GalleryContent />
        <GalleryFollowUp />
      </div>
    </>
  );
}
