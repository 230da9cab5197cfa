// Student's t distribution, for any positive degrees of freedom, whole or not.
#pragma once

namespace tunebench {

/// P(|T| > |t|) with `degrees` of freedom.
double student_two_sided(double t, double degrees);

/// The t for which P(|T| > t) is `probability`, which lies in (0, 1).
double student_critical(double probability, double degrees);

}  // namespace tunebench
