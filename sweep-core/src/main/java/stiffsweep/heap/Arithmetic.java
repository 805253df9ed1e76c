package stiffsweep.heap;

/** An operation on two numbers, for rows of them. */
enum Arithmetic {
    ADD {
        @Override
        double of(double left, double right) {
            return left + right;
        }

        @Override
        void rows(double[] a, int ai, double[] b, int bi, double[] to, int at, int count) {
            for (int i = 0; i < count; i++) {
                to[at + i] = a[ai + i] + b[bi + i];
            }
        }

        @Override
        void rowAndNumber(double[] a, int ai, double number, double[] to, int at, int count) {
            for (int i = 0; i < count; i++) {
                to[at + i] = a[ai + i] + number;
            }
        }

        @Override
        void numberAndRow(double number, double[] b, int bi, double[] to, int at, int count) {
            rowAndNumber(b, bi, number, to, at, count);
        }
    },
    SUBTRACT {
        @Override
        double of(double left, double right) {
            return left - right;
        }

        @Override
        void rows(double[] a, int ai, double[] b, int bi, double[] to, int at, int count) {
            for (int i = 0; i < count; i++) {
                to[at + i] = a[ai + i] - b[bi + i];
            }
        }

        @Override
        void rowAndNumber(double[] a, int ai, double number, double[] to, int at, int count) {
            for (int i = 0; i < count; i++) {
                to[at + i] = a[ai + i] - number;
            }
        }

        @Override
        void numberAndRow(double number, double[] b, int bi, double[] to, int at, int count) {
            for (int i = 0; i < count; i++) {
                to[at + i] = number - b[bi + i];
            }
        }
    },
    MULTIPLY {
        @Override
        double of(double left, double right) {
            return left * right;
        }

        @Override
        void rows(double[] a, int ai, double[] b, int bi, double[] to, int at, int count) {
            for (int i = 0; i < count; i++) {
                to[at + i] = a[ai + i] * b[bi + i];
            }
        }

        @Override
        void rowAndNumber(double[] a, int ai, double number, double[] to, int at, int count) {
            for (int i = 0; i < count; i++) {
                to[at + i] = a[ai + i] * number;
            }
        }

        @Override
        void numberAndRow(double number, double[] b, int bi, double[] to, int at, int count) {
            rowAndNumber(b, bi, number, to, at, count);
        }
    },
    DIVIDE {
        @Override
        double of(double left, double right) {
            return left / right;
        }

        @Override
        void rows(double[] a, int ai, double[] b, int bi, double[] to, int at, int count) {
            for (int i = 0; i < count; i++) {
                to[at + i] = a[ai + i] / b[bi + i];
            }
        }

        @Override
        void rowAndNumber(double[] a, int ai, double number, double[] to, int at, int count) {
            for (int i = 0; i < count; i++) {
                to[at + i] = a[ai + i] / number;
            }
        }

        @Override
        void numberAndRow(double number, double[] b, int bi, double[] to, int at, int count) {
            for (int i = 0; i < count; i++) {
                to[at + i] = number / b[bi + i];
            }
        }
    },
    /** The second of the two: what is left of the first are its sizes. */
    SECOND {
        @Override
        double of(double left, double right) {
            return right;
        }
    },
    LARGER {
        @Override
        double of(double left, double right) {
            return Math.max(left, right);
        }
    },
    SMALLER {
        @Override
        double of(double left, double right) {
            return Math.min(left, right);
        }
    },
    /** A power; of small whole exponents by products, which cost less and round less. */
    POWER {
        @Override
        double of(double left, double right) {
            return Powers.of(left, right);
        }
    },
    /** 1 where it is so, 0 where not, as of all that follow. */
    LESS {
        @Override
        double of(double left, double right) {
            return left < right ? 1 : 0;
        }
    },
    AT_MOST {
        @Override
        double of(double left, double right) {
            return left <= right ? 1 : 0;
        }
    },
    AND {
        @Override
        double of(double left, double right) {
            return left != 0 && right != 0 ? 1 : 0;
        }
    };

    abstract double of(double left, double right);

    /** The operation on two rows; as a loop of its own in those that a step is full of. */
    void rows(double[] a, int ai, double[] b, int bi, double[] to, int at, int count) {
        for (int i = 0; i < count; i++) {
            to[at + i] = of(a[ai + i], b[bi + i]);
        }
    }

    void rowAndNumber(double[] a, int ai, double number, double[] to, int at, int count) {
        for (int i = 0; i < count; i++) {
            to[at + i] = of(a[ai + i], number);
        }
    }

    void numberAndRow(double number, double[] b, int bi, double[] to, int at, int count) {
        for (int i = 0; i < count; i++) {
            to[at + i] = of(number, b[bi + i]);
        }
    }
}
