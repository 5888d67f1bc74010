import type { Theme } from './model.ts';
import { EVEN, said } from './model.ts';

export const mobileApp: Theme = {
  id: 'mobile-app',
  label: 'application',
  category: 'entraide',
  months: EVEN,
  wave: { from: 33, weeks: 8, times: 3.5, before: 0.7 },
  matters: {
    fr: [
      {
        titles: said(`
          (connect) {Application|Appli} : {plus de connexion au vélo|se déconnecte tout le temps|ne trouve plus le <modele>}
          (history) {Depuis la mise à jour|Depuis mardi|Application} : {compteur à zéro|plus d'historique|trajets disparus}
          (position) {L'appli réclame|Pourquoi l'appli demande} {ma position en permanence|un compte} ?
          (unlock) {Déverrouillage|Ouverture} par téléphone : {en panne ce matin|coincé dehors|vous avez un plan B ?}
          (crash) L'appli {plante|se ferme} {toute seule|dès l'ouverture|dix fois par jour}
        `),
        problems: said(`
          (connect) Depuis la mise à jour {de mardi|<version>}, l'appli ne voit plus mon <modele>. Elle cherche, elle cherche, et puis « aucun vélo ».
          (history) Tout mon historique a disparu : {deux ans|<mois> mois} de trajets, zéro kilomètre affiché. Ça m'a fait quelque chose, bêtement.
          (crash) L'appli se ferme toute seule dès que j'ouvre l'onglet {trajets|batterie|entretien}.
          (position) Elle veut connaître ma position tout le temps, même fermée. Pour afficher un niveau de batterie, c'est un peu fort non ?
          (unlock) Impossible de déverrouiller avec le téléphone ce matin. {Coincé devant l'école|Vingt minutes sous la pluie}, j'ai fini avec la clé de secours.
        `),
        asks: said(`
          (connect history crash unlock) Quel téléphone, et quelle version de l'appli ? C'est tout en bas des réglages. => Version <version>, téléphone de {l'an dernier|trois ans}, à jour.
          (connect unlock) [Tu as essayé|Vous avez essayé] d'oublier le vélo dans les réglages Bluetooth avant de le rajouter ? => Oui, oublié puis rajouté. Il apparaît deux secondes et repart.
          (position) C'est le téléphone qui le demande ou l'appli qui bloque sans ? => L'appli : sans ça, écran gris et bouton « réessayer ».
        `),
        advice: said(`
          (connect unlock =ten) Retire la batterie dix secondes, remets-la, puis ouvre l'appli AVANT d'allumer le vélo. L'ordre compte, allez savoir pourquoi.
          (history crash =reinstall) Désinstalle et réinstalle en gardant ton compte, l'historique {est revenu|revient} au bout d'une heure chez moi.
          (position =while) Mets la position sur « uniquement pendant l'utilisation », tout marche pareil.
          (connect crash) Coupe l'économie d'énergie pour cette appli, sinon le téléphone l'endort dans la poche.
          (connect crash unlock history) Je suis revenu au petit écran du guidon et je vis très bien sans l'appli, pour être honnête.
          (unlock) Garde toujours la clé de secours sur ton trousseau. Un téléphone, ça se décharge.
          (connect history crash) Même chose avec la <version>, la version d'avant n'avait pas ce souci. J'ai désactivé les mises à jour automatiques.
          (position) J'ai refusé et seul le bouton « où est mon vélo » a disparu. Le reste marche.
          (unlock) Approche le téléphone du moyeu et non du guidon, l'antenne est là. Bête mais vrai.
          (crash) Vide le cache de l'appli dans les réglages, ça suffisait chez moi.
          (position) Même agacement. J'ai écrit un avis sur la boutique d'applications, ils y répondent plus vite qu'ailleurs.
          (history) Exporte tes trajets une fois par mois, il y a un bouton caché tout en bas. Comme ça, on dort tranquille.
        `),
        staff: said(`
          (connect history crash =newversion) Le problème de connexion de la <version> est trouvé et corrigé, la nouvelle version est en cours de validation. Vos trajets ne sont pas perdus, ils reviennent à la prochaine synchronisation.
          (position) La position ne sert qu'à la recherche du vélo et ne quitte pas le téléphone. Nous allons la demander seulement quand vous l'utilisez, merci de l'avoir relevé.
        `),
        outcomes: said(`
          (=newversion) Nouvelle version installée {ce matin|hier} : connecté du premier coup, trajets revenus.
          (=ten) Le coup des dix secondes sans batterie a marché. Sorcellerie.
          (=reinstall) Réinstallée avec le même compte, tout est revenu en une heure. Ouf.
          (=while) Réglé sur « pendant l'utilisation » et rien ne manque. Merci.
        `),
      },
    ],
    en: [
      {
        titles: said(`
          (connect) App {won't connect|keeps disconnecting|can't find my <modele>}
          (history) {Since the update|Since Tuesday}: {history gone|all rides missing}
          (unlock) {Phone unlock|Unlocking by phone} {failed again|stopped working}
        `),
        problems: said(`
          (connect) Since the last update the app can't find my <modele>. It searches for a minute and gives up.
          (history) All my rides are gone, {two years|<mois> months} of them. Silly, but it made me sad.
          (unlock) Couldn't unlock with the phone this morning and stood in the rain for twenty minutes.
        `),
        asks: said(`
          Which phone and which version? It's at the bottom of the settings. => Version <version>, phone up to date.
          (connect unlock) Did you forget the bike in the Bluetooth settings first? => Yes, twice. It shows up for two seconds and disappears.
        `),
        advice: said(`
          (connect unlock =ten) Take the battery out for ten seconds, then open the app BEFORE switching the bike on. Order matters, don't ask me why.
          (history =reinstall) Reinstall but keep your account, my history came back after an hour.
          (connect) Turn off battery saving for the app, the phone puts it to sleep.
          (unlock) Keep the spare key on your ring. Phones die.
          (history) There is an export button at the very bottom. Once a month and you sleep well.
          (connect) Clearing the cache did it for me, no need to reinstall.
          (unlock) Hold the phone near the hub, not the handlebar. The antenna sits there.
          (history) Mine came back by themselves two days later, so don't panic.
        `),
        staff: said(`
          (connect history =newversion) We found the cause and the fix is being reviewed by the stores. Your rides are not lost, they will come back at the next sync.
        `),
        outcomes: said(`
          (=newversion) New version works, rides are back. Thank you.
          (=ten) The ten second trick worked, amazing.
          (=reinstall) Reinstalled, same account, everything is back.
        `),
      },
    ],
  },
};
