/** Answers from a result folder, in sentences with numbers: what matters, what is best, what is different, and what it costs. */
@NullMarked
package stiffsweep.analysis.answer;

import org.jspecify.annotations.NullMarked;
