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
    impressions: 'Impressions',
    views: 'Vues',
    profile_visits: 'Visites du profil',
    impressions_per_post: 'Impressions par publication',
    posts_published: 'Publications parues',
    outbound_clicks: 'Clics sortants',
    churn_rate: 'Clients perdus',
    incremental_conversions: 'Conversions incrémentales',
    revenue: 'Ventes attribuées',
    contribution_margin: 'Marge sur coûts variables',
    aov: 'Panier moyen',
    arpu: 'Ventes par client',
    media_spend: 'Dépenses médias',
    full_cost: 'Coût complet',
    cpm: 'Coût pour mille impressions',
    cpc: 'Coût par clic',
    cpe: 'Coût par engagement (médias)',
    cpe_full: 'Coût par engagement (coût complet)',
    cpv: 'Coût par vue',
    cpf: 'Coût par abonné gagné',
    cost_per_post: 'Coût par publication',
    cpl: 'Coût par contact (médias)',
    cpa: 'Coût par conversion (médias)',
    cpa_full: 'Coût par conversion (coût complet)',
    cac: 'Coût d’acquisition d’un client',
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
    'No line pays the hours of those who did the work: it flatters.':
      'Aucune ligne ne paie les heures de ceux qui ont travaillé : c’est flatteur.',
    'Amounts are in several currencies: give a currency and an exchange.':
      'Les montants sont en plusieurs devises : donnez une devise et un cours.',
    'As Google Analytics 4 defines it; older versions differ.':
      'Au sens de Google Analytics 4 ; les versions précédentes diffèrent.',
    'On YouTube a view has no least length any more; engaged views are the comparable count.':
      'Sur YouTube une vue n’a plus de durée minimale ; comparer les vues engagées.',
    'Names no truth without its attribution model and window.':
      'Ne veut rien dire sans son modèle et sa fenêtre d’attribution.',
    'Revenue, not profit: it is not ROI.':
      'Des ventes, non un gain : ce n’est pas un retour sur investissement.',
    'All revenue over all marketing: needs no attribution, and shows no cause.':
      'Toutes les ventes sur tout le marketing : se passe d’attribution, et ne montre pas de cause.',
    'Revenue less goods, variable costs and refunds.':
      'Les ventes moins la marchandise, les coûts variables et les remboursements.',
    'Media only: work, production and tools are not in it.':
      'Les médias seuls : ni le travail, ni la production, ni les outils.',
    'Full cost; paid_cac counts media only.':
      'Le coût complet ; paid_cac ne compte que les médias.',
    'Any view; cpv_3s and cpv_15s count longer ones.':
      'Toute vue ; cpv_3s et cpv_15s comptent les plus longues.',
    'Followers gained, not net of those lost.': 'Les abonnés gagnés, sans ôter les perdus.',
    'Each platform counts its own way: compare within one platform only.':
      'Chaque plateforme compte à sa façon : ne comparer qu’au sein d’une même plateforme.',
    'Not impressions under a new name: repeats count.':
      'Non des impressions sous un autre nom : les répétitions comptent.',
    'Replays count as time and as views.':
      'Les relectures comptent dans la durée et dans les vues.',
    'Loops push it above 1. Not the completion rate.':
      'Les boucles la portent au-dessus de 1. Ce n’est pas le taux d’achèvement.',
    'Customers at the start of the same period.': 'Les clients au début de la même période.',
    'From an experiment; quote it with its interval.':
      'Issu d’une expérience ; à citer avec son intervalle.',
    'On Instagram these are organic; the promoted ones are in the network’s totals.':
      'Sur Instagram ils sont naturels ; les sponsorisés sont dans les totaux du réseau.',
    'Instagram gives milliseconds, replays included.':
      'Instagram donne des millisecondes, relectures comprises.',
    'In Europe and Japan Instagram sends 0 where it does not know.':
      'En Europe et au Japon, Instagram envoie 0 quand il ne sait pas.',
    'A boosted post’s paid part contains organic reach: parts do not add up to the total.':
      'La part payée d’une publication mise en avant contient de la portée naturelle : les parts ne font pas le total.',
    'On X each display counts, also to the same person.':
      'Sur X chaque affichage compte, même à la même personne.',
    'X gives these for the last 30 days of posts only.':
      'X ne les donne que pour les publications des 30 derniers jours.',
    'On LinkedIn half of the post was visible for 300 milliseconds.':
      'Sur LinkedIn, la moitié de la publication a été visible 300 millisecondes.',
    'On LinkedIn unlikes of sponsored shares are subtracted from the organic count.':
      'Sur LinkedIn, les réactions retirées de publications sponsorisées sont ôtées du compte naturel.',
    'TikTok gives organic and paid together.': 'TikTok donne ensemble le naturel et le payé.',
    'Attribution describes who was there, not what would not have happened.':
      'L’attribution dit qui était là, non ce qui ne serait pas arrivé sans cela.',
  },
};
