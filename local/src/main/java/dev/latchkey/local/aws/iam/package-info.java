/** What each function may do at the local AWS, by the policies that template.yaml gives it: IAM as far as they use it. */
@NullMarked
package dev.latchkey.local.aws.iam;

import org.jspecify.annotations.NullMarked;
