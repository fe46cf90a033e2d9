// Wording of the chat window. Change words here, never in the code.
export const TEXTS = {
  name: "STEMpad",
  subtitle: "Chatbot over STEM-keuzes",
  region: "Chatbot STEMpad",
  launcher: "Vraag het STEMpad",
  close: "Sluit het gesprek",
  wipe: "Wis dit gesprek",
  wipeAsk: "Dit gesprek wissen en opnieuw beginnen?",
  wipeYes: "Ja, wis alles",
  wipeNo: "Nee",
  wiped: "Het gesprek is gewist. Je begint opnieuw.",
  wipeMessage: "wis mijn gesprek",
  log: "Gesprek met STEMpad",
  input: "Jouw vraag",
  placeholder: "Typ hier je vraag …",
  send: "Verstuur",
  typing: "STEMpad zoekt het op …",
  busy: "Even geduld, STEMpad antwoordt nog op je vorige vraag.",
  footnote: "Typ hier geen naam of adres.",
  you: "Jij:",
  bot: "STEMpad:",
  choices: "Kies een volgende stap",
  step: "Een stap bij deze tip",
  examples: "Voorbeeldvragen",
  sources: "Bronnen",
  retry: "Probeer opnieuw",
  marks: "Kenmerken",
  newTab: "opent in een nieuw tabblad",
};

export const WELCOME =
  "Dag! Ik ben STEMpad. Ik ben een chatbot: een computerprogramma, geen mens.\n\n" +
  "Ik help je op weg bij studierichtingen en jobs in wetenschap, techniek en wiskunde. " +
  "Kies een voorbeeld of typ zelf een vraag.";

export const EXAMPLES = [
  "Wat is STEM?",
  "Wat kan ik worden met Elektrotechnieken?",
  "Welke jobs zijn knelpuntberoepen?",
  "Wat is duaal leren?",
  "Is er een STEM-academie in Genk?",
];

export const STATUS = {
  read: "staat in de bron",
  inferred: "nog niet bevestigd door een CLB-medewerker",
  confirmed: "bevestigd door een CLB-medewerker",
};

export const PROBLEMS = {
  offline: "Geen verbinding. Je vraag is niet weg: je kunt ze zo opnieuw versturen.",
  unreadable: "Die vraag kon ik niet lezen. Pas ze even aan, dan probeer ik opnieuw.",
  too_long: "Je vraag is te lang. Maak ze wat korter, dan lees ik ze.",
  too_many: "Dat gaat even te snel. Wacht een paar tellen en probeer dan opnieuw.",
  broken: "Er ging bij ons iets mis. Je vraag is niet weg: probeer het zo opnieuw.",
};
