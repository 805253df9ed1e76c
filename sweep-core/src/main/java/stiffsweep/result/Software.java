package stiffsweep.result;

import java.io.Serializable;

/**
 * The software that made a result. A word is empty where it is not known, or played no part.
 *
 * @param code the commit of this code, with "-dirty" where the tree had changes
 * @param engine the versions of the engine and of what it computes with
 * @param spark the version of Spark
 * @param java the version of the virtual machine
 */
public record Software(String code, String engine, String spark, String java) implements Serializable {

    /** What is known of the software of a process that was lost. */
    public static final Software UNKNOWN = new Software("", "", "", "");
}
