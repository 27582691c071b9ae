import type { Wording } from './english.ts';

const dayOfLead =
  'Au jour du contact, non de l’événement suivant : les cohortes récentes paraissent moins bonnes qu’elles ne sont.';
const meanOfPosts =
  'Moyenne des taux par publication : une publication vue par dix personnes compte autant qu’une autre vue par un million.';

/** French names of the KPIs that objectives usually have, and what to beware of, by the English sentence. */
export const frenchKpis: Wording['kpis'] = {
  names: {
    reach: 'Portée',
    audience_size: 'Taille de l’audience',
    audience_growth_net: 'Croissance nette de l’audience',
    audience_growth_rate: 'Taux de croissance de l’audience',
    followers_gained: 'Abonnés gagnés',
    followers_lost: 'Abonnés perdus',
    reach_rate: 'Part des abonnés atteints',
    share_of_engagement: 'Part d’engagement',
    engagements: 'Engagements',
    reactions: 'Réactions',
    comments: 'Commentaires',
    shares: 'Partages',
    saves: 'Enregistrements',
    engagements_per_post: 'Engagements par publication',
    er_by_reach: 'Taux d’engagement par la portée',
    er_by_reach_posts: 'Taux d’engagement par la portée des publications',
    er_by_impressions: 'Taux d’engagement par les impressions',
    er_by_views: 'Taux d’engagement par les vues',
    er_by_followers_post: 'Taux d’engagement par publication, par les abonnés',
    er_by_followers_post_mean: 'Taux d’engagement moyen des publications, par les abonnés',
    er_by_followers_post_median: 'Taux d’engagement médian des publications, par les abonnés',
    er_by_followers: 'Engagements de la période par les abonnés',
    er_daily: 'Taux d’engagement quotidien',
    link_clicks: 'Clics sur les liens',
    landing_page_views: 'Vues de la page d’arrivée',
    sessions: 'Sessions',
    ctr: 'Taux de clics sur les liens',
    bounce_rate: 'Taux de rebond',
    conversions: 'Conversions',
    leads: 'Contacts',
    orders: 'Commandes',
    new_customers: 'Nouveaux clients',
    cvr_click: 'Conversions par clic',
    cvr_session: 'Conversions par session',
    lead_rate: 'Contacts par session',
    roi: 'Retour sur investissement',
    roi_revenue: 'Retour sur investissement, par les ventes',
    roas: 'Retour sur médias',
    poas: 'Marge sur médias',
    mer: 'Ventes par coût, toute la maison',
    break_even_roas: 'Seuil de retour sur médias',
  },
  caveats: {
    'Distinct people of exactly this window, as the platform gives them; never a sum.':
      'Personnes distinctes de cette période exacte, telles que la plateforme les donne ; jamais une somme.',
    'Means nothing without the list of competitors.':
      'Ne veut rien dire sans la liste des concurrents.',
    'Accounts are added without removing people who follow several.':
      'Les comptes sont additionnés sans ôter les personnes qui en suivent plusieurs.',
    'From the ends of the window, not a mean of daily rates.':
      'D’après les extrémités de la période, non la moyenne des taux quotidiens.',
    'Reach includes people who do not follow: may exceed 1.':
      'La portée comprend des personnes qui ne sont pas abonnées : peut dépasser 1.',
    'Reach of exactly this window, as the platform gives it; never a sum.':
      'La portée de cette période exacte, telle que la plateforme la donne ; jamais une somme.',
    'Divides by the sum of post reaches: people reached twice count twice.':
      'Divise par la somme des portées : qui est atteint deux fois compte deux fois.',
    'Mean of post rates: a post seen by ten counts as much as one seen by a million.': meanOfPosts,
    'Followers on the day each post went out.': 'Les abonnés du jour de chaque parution.',
    'Grows with the length of the window and the number of posts.':
      'Croît avec la durée de la période et le nombre de publications.',
    'One row per account and day, with that day’s followers.':
      'Une ligne par compte et par jour, avec les abonnés de ce jour.',
    'Above 1 when one click brings several conversions.':
      'Plus de 1 quand un clic amène plusieurs conversions.',
    'By the day of the lead, not of the later event: young cohorts look worse than they are.':
      dayOfLead,
    'On margin and full costs.': 'Sur la marge et l’ensemble des coûts.',
    'Calls a loss a gain where goods cost money.':
      'Prend une perte pour un gain là où la marchandise se paie.',
    'People reached cannot be added up: give the platform’s own figure for exactly this window.':
      'Les personnes atteintes ne s’additionnent pas : donnez le chiffre de la plateforme pour cette période exacte.',
    'Organic, paid and total came together: choose one scope.':
      'Organique, payé et total sont mêlés : choisissez-en un.',
    'An amount could not be converted.': 'Un montant n’a pas pu être converti.',
    'Some readings do not say when the post went out: it counts on the day it was read.':
      'Des relevés ne disent pas quand la publication a paru : elle compte au jour du relevé.',
    'No revenue was given: the return counts costs alone.':
      'Aucune vente n’a été donnée : le retour ne compte que les coûts.',
    'A line of revenue does not say what margin it leaves: no return without it.':
      'Une ligne de ventes ne dit pas quelle marge elle laisse : sans elle, pas de retour.',
    'Counts revenue as gain, though goods have to be paid from it.':
      'Compte les ventes comme un gain, alors qu’il faut en payer la marchandise.',
    'Some attributed revenue does not name its attribution model.':
      'Des ventes attribuées ne disent pas selon quel modèle.',
    'Attribution describes who was there, not what would not have happened.':
      'L’attribution dit qui était là, non ce qui ne serait pas arrivé sans cela.',
  },
};
