// The one door to @stdlib (Apache-2.0), which is bundled when the package is built: see NOTICE.
// Of the libraries that were compared it alone agrees with R in the tails.
import betainc from '@stdlib/math-base-special-betainc';
import betaincinv from '@stdlib/math-base-special-betaincinv';
import erfc from '@stdlib/math-base-special-erfc';
import gammainc from '@stdlib/math-base-special-gammainc';
import gammaln from '@stdlib/math-base-special-gammaln';

export { betainc, betaincinv, erfc, gammainc, gammaln };
