import type { Text } from '@schaalsprong/words';

/** Catalogue of faults in a person's choices about proposals, in both languages. */
export const choiceCatalogue = {
  PROPOSAL_UNKNOWN: {
    message: { nl: 'Voorstel {id} is er niet.', en: 'There is no proposal {id}.' },
    hint: { nl: 'Bedoelt u {nearest}?', en: 'Do you mean {nearest}?' },
  },
  PROPOSAL_TWICE: {
    message: {
      nl: 'Voorstel {id} staat er meer dan een keer in.',
      en: 'Proposal {id} is chosen more than once.',
    },
    hint: { nl: 'Kies voor elk voorstel een keer.', en: 'Choose once for each proposal.' },
  },
  PROPOSAL_DECIDED: {
    message: {
      nl: 'Voorstel {id} is al aangenomen, als {claim}.',
      en: 'Proposal {id} was accepted already, as {claim}.',
    },
    hint: {
      nl: 'Wijzig de uitspraak in haar eigen bestand.',
      en: 'Change the claim in its own file.',
    },
  },
  PROPOSAL_NEGATED: {
    message: {
      nl: 'Bij {figure} staat een ontkenning; als uitspraak zou het juist iets anders zeggen.',
      en: 'There is a negation at {figure}; as a claim it would say something else.',
    },
    hint: {
      nl: 'Lees de zin, en geef zelf value, qualifier of interval op.',
      en: 'Read the sentence, and give value, qualifier or interval yourself.',
    },
  },
  PROPOSAL_UNIT: {
    message: {
      nl: 'De regio kent de eenheid {found} niet.',
      en: 'The region does not know the unit {found}.',
    },
    hint: {
      nl: 'Kies een eenheid van region.yaml ({nearest}), of zet {found} daar bij.',
      en: 'Choose a unit of region.yaml ({nearest}), or add {found} there.',
    },
  },
  PROPOSAL_QUALIFIER: {
    message: {
      nl: 'De regio kent het woord {found} niet.',
      en: 'The region does not know the qualifier {found}.',
    },
    hint: {
      nl: 'Kies uit de tabel van region.yaml ({nearest}), of geef een interval op.',
      en: 'Choose from the table of region.yaml ({nearest}), or give an interval.',
    },
  },
  PROPOSAL_REFERENCE: {
    message: {
      nl: '{field}: {found} is er niet in de regio.',
      en: '{field}: there is no {found} in the region.',
    },
    hint: { nl: 'Bedoelt u {nearest}?', en: 'Do you mean {nearest}?' },
  },
  PROPOSAL_ID_TAKEN: {
    message: {
      nl: 'De id {found} is al van een andere uitspraak.',
      en: 'The id {found} is taken by another claim.',
    },
    hint: { nl: 'Kies een andere id.', en: 'Choose another id.' },
  },
  PROPOSAL_FIELD: {
    message: { nl: '{field} kan niet {found} zijn.', en: '{field} cannot be {found}.' },
    hint: { nl: 'Verwacht: {expected}.', en: 'Expected: {expected}.' },
  },
  PROPOSAL_PUBLISHED: {
    message: {
      nl: 'Dit is een ander document dan dat van de regio; van wanneer het is, is niet opgegeven.',
      en: 'This is another document than that of the region; when it was published was not given.',
    },
    hint: {
      nl: 'Geef --published, zoals 2024 of 2024-03; de uitspraken komen in compared/{name}.yaml.',
      en: 'Give --published, like 2024 or 2024-03; the claims go to compared/{name}.yaml.',
    },
  },
} as const satisfies Record<string, { readonly message: Text; readonly hint: Text }>;
