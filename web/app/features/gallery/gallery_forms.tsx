// SPDX-License-Identifier: EUPL-1.2
// web/app/features/gallery/gallery_forms.tsx
//
// What one writes, chooses and presses.

import { useState } from 'react';
import { useDraft } from '#app/use_draft.ts';
import {
  Button,
  Checkbox,
  Choice,
  DateField,
  ProblemNote,
  SavingMark,
  Select,
  Sheet,
  TextArea,
  TextField,
  UndoBar,
} from '#ui';
import { Dialog } from '#ui/dialog.tsx';
import { Menu } from '#ui/menu.tsx';
import { StaleDialog } from '#ui/stale_dialog.tsx';

const answers = [
  { value: 'accepted', label: 'Acceptée', hint: 'faite avant une date' },
  { value: 'tried', label: 'Essayée', hint: 'petit, daté, réversible' },
  { value: 'passed_on', label: 'Transmise', hint: 'au niveau qui peut décider' },
  { value: 'refused', label: 'Refusée', hint: 'avec la raison' },
] as const;

const problem = { code: 'text.too_long', errors: [{ pointer: '/reason', code: 'text.required' }] };

export function GalleryForms() {
  const draft = useDraft('gallery', { reason: '', until: '', who: '', title: '' });
  const [answer, setAnswer] = useState<(typeof answers)[number]['value']>('tried');
  const [isChecked, setIsChecked] = useState(true);
  const [open, setOpen] = useState<'dialog' | 'stale' | null>(null);
  const [undo, setUndo] = useState<string | null>('Idée retirée.');
  return (
    <div className="cols">
      <Sheet title="Votre réponse, au nom de la direction des soins">
        <Choice
          label="Réponse"
          isSideBySide
          options={answers}
          value={answer}
          onChange={setAnswer}
        />
        <TextArea
          label="La raison"
          hint="Elle sera lue par l’équipe, telle quelle."
          value={draft.value.reason}
          onChange={(reason) => draft.change({ reason })}
          length_max={120}
        />
        <DateField
          label="Jusqu’au"
          value={draft.value.until}
          onChange={(until) => draft.change({ until })}
          error="Cette date est déjà passée."
        />
        <Select
          label="Qui répond"
          options={[{ value: 'care', label: 'Direction des soins' }]}
          value={draft.value.who as '' | 'care'}
          onChange={(who) => draft.change({ who })}
        />
        <Checkbox
          label="Garder sur ce téléphone"
          hint="72 heures, puis effacé"
          isChecked={isChecked}
          onChange={setIsChecked}
        />
        <div className="row">
          <Button kind="main">Répondre</Button>
          <SavingMark saved_at={draft.saved_at} wasRestored={draft.wasRestored} />
        </div>
      </Sheet>
      <div className="stack-l">
        <TextField
          label="De quoi parle-t-on ?"
          isOptional
          placeholder="Une situation de travail réelle"
          value={draft.value.title}
          onChange={(title) => draft.change({ title })}
        />
        <ProblemNote problem={problem} takesFocus={false} onRetry={() => undefined} />
        <UndoBar message={undo} onUndo={() => setUndo(null)} onDismiss={() => setUndo(null)} />
        <div className="row">
          <Button onPress={() => setOpen('dialog')}>Ouvrir une feuille</Button>
          <Button onPress={() => setOpen('stale')}>Deux versions</Button>
          <Button isDisabled>Fermé</Button>
          <Button isBusy>Envoyer</Button>
          <Button kind="quiet">Retirer mes mots</Button>
          <Menu
            label="Imprimer"
            entries={[
              { id: 'a4', label: 'La feuille A4', icon: 'print' },
              { id: 'poster', label: 'L’affiche', icon: 'sheet' },
            ]}
          />
        </div>
        <div className="stack">
          <Button isBig isWide icon="same" isPressed>
            Chez moi aussi
          </Button>
          <Button isBig isWide icon="differently" isPressed={false}>
            Chez moi, c’est différent
          </Button>
          <Button isBig isWide icon="pass" isPressed={false}>
            Je passe
          </Button>
        </div>
        <div className="filters">
          <Button isPressed>Ce qui est dû</Button>
          <Button isPressed={false}>Confié à moi</Button>
        </div>
      </div>
      <Dialog title="Proposer une date" isOpen={open === 'dialog'} onClose={() => setOpen(null)}>
        <p>Une feuille posée sur l’établi.</p>
      </Dialog>
      <StaleDialog
        isOpen={open === 'stale'}
        onClose={() => setOpen(null)}
        onKeepMine={() => setOpen(null)}
        onTakeTheirs={() => setOpen(null)}
        fields={[
          {
            label: 'La raison',
            mine: 'La salle est libre le soir.',
            theirs: 'La salle est prise le jeudi.',
          },
        ]}
      />
    </div>
  );
}
