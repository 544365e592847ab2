// SPDX-License-Identifier: EUPL-1.2
// web/e2e/form_instrument.ts
//
// A questionnaire with every type of question, invented for the story: nobody tried it on people.

import type { Instrument, Option } from '../form/index.ts';

const option = (code: string, fr: string, en: string, more: Partial<Option> = {}): Option => ({
  code,
  label: { fr, en },
  ...more,
});

export const instrument: Instrument = {
  id: 'parler-du-travail',
  version: 1,
  title: { fr: 'Parler du travail', en: 'Talking about work' },
  languages: ['fr', 'en'],
  rights: {
    licence: 'CC-BY-4.0',
    source: 'Établi',
    permission_needed: false,
    may_edit: true,
    may_export_items: true,
  },
  validation: 'not_validated',
  health_data: false,
  min_group: 11,
  minutes: 5,
  scales: [
    {
      code: 'accord',
      options: [
        option('1', 'Pas du tout d’accord', 'Strongly disagree', { value: 1 }),
        option('2', 'Plutôt pas d’accord', 'Rather disagree', { value: 2 }),
        option('3', 'Plutôt d’accord', 'Rather agree', { value: 3 }),
        option('4', 'Tout à fait d’accord', 'Strongly agree', { value: 4, favourable: true }),
        option('nc', 'Non concerné·e', 'Not concerned'),
      ],
    },
    {
      code: 'dix',
      options: Array.from({ length: 11 }, (_, value) =>
        option(`${value}`, `${value}`, `${value}`, { value }),
      ),
    },
    {
      code: 'vingt',
      options: Array.from({ length: 21 }, (_, value) =>
        option(`${value}`, `${value} sur 20`, `${value} out of 20`, { value }),
      ),
    },
  ],
  sections: [
    {
      code: 'moment',
      title: { fr: 'Le moment pour en parler', en: 'The time to talk' },
      intro: {
        fr: 'Pensez aux quatre dernières semaines, dans l’équipe où vous êtes le plus souvent.',
        en: 'Think of the last four weeks, in the team you are mostly in.',
      },
      questions: [
        {
          code: 'discussion',
          type: 'single',
          text: {
            fr: 'Y a-t-il un moment où l’équipe parle de la façon de faire le travail ?',
            en: 'Is there a time when the team talks about how the work is done?',
          },
          help: {
            fr: 'Une relève où l’on ne parle que des patients n’en est pas un.',
            en: 'A handover that is only about patients is not one.',
          },
          required: true,
          options: [
            option('oui', 'Oui, c’est prévu', 'Yes, it is planned', { value: 2 }),
            option('parfois', 'Parfois, quand on peut', 'Sometimes, when we can', { value: 1 }),
            option('non', 'Non', 'No', { value: 0 }),
          ],
        },
        {
          code: 'minutes',
          type: 'number',
          text: { fr: 'Combien de temps dure-t-il, d’habitude ?', en: 'How long is it, usually?' },
          min: 0,
          max: 600,
          decimals: 1,
          unit: { fr: 'minutes', en: 'minutes' },
          show_if: ['in', 'discussion', ['oui', 'parfois']],
        },
        {
          code: 'lieux',
          type: 'multiple',
          text: { fr: 'Où en parle-t-on le plus ?', en: 'Where is it mostly talked about?' },
          choices_max: 2,
          options: [
            option('salle', 'En salle de pause', 'In the break room'),
            option('poste', 'Au poste de soins', 'At the nursing station'),
            option('couloir', 'Dans le couloir', 'In the corridor'),
            option('nulle_part', 'Nulle part', 'Nowhere', { exclusive: true }),
          ],
        },
      ],
    },
    {
      code: 'equipe',
      title: { fr: 'Dans l’équipe', en: 'In the team' },
      questions: [
        {
          code: 'entraide',
          type: 'grid',
          text: {
            fr: 'À quel point êtes-vous d’accord avec ces phrases ?',
            en: 'How much do you agree with these sentences?',
          },
          scale: 'accord',
          rows: [
            {
              code: 'aide',
              text: {
                fr: 'Quand une tâche déborde, quelqu’un vient.',
                en: 'When a task overflows, somebody comes.',
              },
            },
            {
              code: 'seul',
              text: {
                fr: 'Je règle seul·e ce qui ne marche pas, sans que cela se sache.',
                en: 'I mend alone what does not work, and nobody knows.',
              },
              reversed: true,
            },
            {
              code: 'dire',
              text: {
                fr: 'On peut dire qu’on fait autrement que la procédure.',
                en: 'One can say that one does otherwise than the procedure.',
              },
            },
          ],
        },
        {
          code: 'note',
          type: 'single',
          text: {
            fr: 'De 0 (jamais) à 10 (toujours), à quel point pouvez-vous bien faire votre travail ?',
            en: 'From 0 (never) to 10 (always), how far can you do your work well?',
          },
          scale: 'dix',
        },
        {
          code: 'nuit',
          type: 'single',
          text: { fr: 'Travaillez-vous de nuit ?', en: 'Do you work at night?' },
          options: [option('oui', 'Oui', 'Yes'), option('non', 'Non', 'No')],
        },
      ],
    },
    {
      code: 'nuit_section',
      title: { fr: 'La nuit', en: 'At night' },
      show_if: ['in', 'nuit', ['oui']],
      questions: [
        {
          code: 'depuis',
          type: 'date',
          text: { fr: 'Depuis quel jour ?', en: 'Since what day?' },
          help: { fr: 'À peu près suffit.', en: 'About is enough.' },
        },
        {
          code: 'repos',
          type: 'single',
          text: {
            fr: 'Quelle note donnez-vous à votre repos de jour ?',
            en: 'How do you rate your rest in the day?',
          },
          scale: 'vingt',
          required: true,
        },
      ],
    },
    {
      code: 'mots',
      title: { fr: 'Avec vos mots', en: 'In your words' },
      questions: [
        {
          code: 'changer',
          type: 'text',
          text: {
            fr: 'Qu’est-ce qui pourrait se faire autrement dès le mois prochain ?',
            en: 'What could be done otherwise as soon as next month?',
          },
          length_max: 120,
        },
      ],
    },
  ],
  scores: [],
};
