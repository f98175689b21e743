package org.constancia.evidence.time;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.tsp.ArchiveTimeStamp;
import org.bouncycastle.asn1.tsp.ArchiveTimeStampChain;
import org.bouncycastle.asn1.tsp.ArchiveTimeStampSequence;
import org.bouncycastle.asn1.tsp.PartialHashtree;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.tsp.TSPException;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;

/// Proof that data existed at a time, kept alive past the life of one authority's certificate and of one
/// hash: a sequence of chains of archive time stamps (RFC 4998). Within a chain each stamp covers the one
/// before it, made while that one could still be checked; a new chain covers the data and all chains before
/// it with another hash.
///
/// The data are a group of objects, here a checkpoint's text and the stamp over it ([StampRenewal]). A record
/// says nothing but the group's order-free set: to check it, one brings all of the group and nothing else.
public final class EvidenceRecord {
    private static final int ATTRIBUTES = 1;

    private final org.bouncycastle.asn1.tsp.EvidenceRecord record;
    private final List<List<Link>> chains;

    /// One archive time stamp and the token in it.
    private record Link(ArchiveTimeStamp stamp, StampToken token) {}

    EvidenceRecord(org.bouncycastle.asn1.tsp.EvidenceRecord record) throws TSPException, IOException {
        this.record = record;
        this.chains = new ArrayList<>();
        for (ArchiveTimeStampChain chain : record.getArchiveTimeStampSequence().getArchiveTimeStampChains()) {
            List<Link> links = new ArrayList<>();
            for (ArchiveTimeStamp stamp : chain.getArchiveTimestamps()) {
                links.add(new Link(stamp, StampToken.of(stamp.getTimeStamp())));
            }
            if (links.isEmpty()) throw new TSPException("a chain without a stamp");
            chains.add(links);
        }
        if (chains.isEmpty()) throw new TSPException("no chain");
    }

    /// Reads a DER-encoded record.
    ///
    /// @throws ConstanciaException `BAD_INPUT` when it is malformed
    public static EvidenceRecord parse(byte[] der) {
        try {
            EvidenceRecord read = new EvidenceRecord(org.bouncycastle.asn1.tsp.EvidenceRecord.getInstance(der));
            if (!Arrays.equals(read.bytes(), der)) {
                throw new IOException("bytes that do not belong to the record");
            }
            return read;
        } catch (IOException | TSPException | RuntimeException failure) {
            throw new ConstanciaException(Problem.BAD_INPUT, "This is not an evidence record", failure);
        }
    }

    /// What a record is worth.
    public sealed interface Result {
        /// Every link holds and leads to a trusted root.
        ///
        /// @param time since when the data are proven to exist
        /// @param renewed when the last stamp was set
        /// @param until when that one's certificate ends
        /// @param authority who set it
        record Valid(Instant time, Instant renewed, Instant until, String authority) implements Result {}

        /// It does not hold, and why.
        record Invalid(String reason) implements Result {}
    }

    /// Whether the record covers this group, all of it and nothing else, and each of its stamps was renewed
    /// while it could be checked (RFC 4998, section 5.3). Whether the last one still can be is for the caller
    /// to compare with `until`.
    ///
    /// @param roots of the authorities that are trusted
    public Result verify(List<byte[]> group, Collection<X509Certificate> roots) {
        try {
            if (!isPlain()) {
                return new Result.Invalid("the parts that nobody signed are not as RFC 4998 wants them");
            }
            Link before = null;
            String authority = "";
            for (int chain = 0; chain < chains.size(); chain++) {
                List<Link> links = chains.get(chain);
                for (int at = 0; at < links.size(); at++) {
                    Link link = links.get(at);
                    if (before != null && !isInTime(before, link)) {
                        return new Result.Invalid("the stamp of %s was renewed too late, at %s"
                                .formatted(before.token().time(), link.token().time()));
                    }
                    List<byte[]> covered = at == 0
                            ? hashes(group, chain, hashOf(link))
                            : List.of(digest(
                                    hashOf(link), der(links.get(at - 1).stamp().getTimeStamp())));
                    switch (link.token().verifyImprint(root(covered, link), roots)) {
                        case Timestamp.Result.Valid(Instant time, String name) -> authority = name;
                        case Timestamp.Result.Invalid(String reason) -> {
                            return new Result.Invalid("stamp %d of chain %d: %s".formatted(at + 1, chain + 1, reason));
                        }
                    }
                    before = link;
                }
            }
            return new Result.Valid(time(), renewed(), until(), authority);
        } catch (GeneralSecurityException | RuntimeException failure) {
            return new Result.Invalid("the record does not verify: " + failure.getMessage());
        }
    }

    /// The time of the first stamp.
    public Instant time() {
        return chains.getFirst().getFirst().token().time();
    }

    /// The time of the last stamp.
    public Instant renewed() {
        return last().token().time();
    }

    /// When the certificates of the last stamp end: it is to be renewed before.
    public Instant until() {
        return last().token().expiry();
    }

    /// How many stamps hold it, the first one and each renewal.
    public int stamps() {
        return chains.stream().mapToInt(List::size).sum();
    }

    /// The hash of the last chain.
    public String hash() {
        return hashOf(last());
    }

    /// The DER-encoded record.
    public byte[] bytes() {
        return der(record);
    }

    org.bouncycastle.asn1.tsp.EvidenceRecord structure() {
        return record;
    }

    /// The last stamp as a renewal covers it.
    byte[] lastStamp() {
        return der(last().stamp().getTimeStamp());
    }

    /// All chains as a first stamp with another hash covers them.
    byte[] allChains() {
        return der(record.getArchiveTimeStampSequence());
    }

    private Link last() {
        return chains.getLast().getLast();
    }

    private static boolean isInTime(Link before, Link renewal) {
        return !renewal.token().time().isBefore(before.token().time())
                && !renewal.token().time().isAfter(before.token().expiry());
    }

    /// The hashes of the group, each bound to all chains before this one (section 5.2).
    private List<byte[]> hashes(List<byte[]> group, int chain, String hash) throws GeneralSecurityException {
        List<byte[]> hashes = new ArrayList<>();
        for (byte[] each : group) {
            byte[] own = digest(hash, each);
            hashes.add(chain == 0 ? own : digest(hash, concatenated(List.of(own, digest(hash, chainsBefore(chain))))));
        }
        return hashes;
    }

    private byte[] chainsBefore(int chain) {
        return der(new ArchiveTimeStampSequence(
                Arrays.copyOf(record.getArchiveTimeStampSequence().getArchiveTimeStampChains(), chain)));
    }

    /// The root of the reduced hash tree that begins with just these hashes (section 4.3).
    private static byte[] root(List<byte[]> covered, Link link) throws GeneralSecurityException {
        PartialHashtree[] tree = link.stamp().getReducedHashTree();
        List<byte[]> leaf = sorted(covered.stream());
        if (tree == null) return combined(leaf, link);
        if (tree.length == 0 || !isSame(sorted(Stream.of(tree[0].getValues())), leaf)) {
            throw new GeneralSecurityException("the record is over another group");
        }
        byte[] value = combined(leaf, link);
        for (int level = 1; level < tree.length; level++) {
            value = combined(sorted(Stream.concat(Stream.of(value), Stream.of(tree[level].getValues()))), link);
        }
        return value;
    }

    private static byte[] combined(List<byte[]> sorted, Link link) throws GeneralSecurityException {
        return sorted.size() == 1 ? sorted.getFirst() : digest(hashOf(link), concatenated(sorted));
    }

    private static List<byte[]> sorted(Stream<byte[]> values) {
        return values.sorted(Arrays::compareUnsigned).toList();
    }

    private static boolean isSame(List<byte[]> one, List<byte[]> other) {
        return one.size() == other.size() && Arrays.equals(concatenated(one), concatenated(other));
    }

    private static String hashOf(Link link) {
        return link.token()
                .findHash()
                .orElseThrow(() -> new IllegalStateException("the hash algorithm is not accepted"));
    }

    /// What stands outside every signature has one right value: version 1, no encryption, no attributes, the
    /// algorithms that are used in their order, each stamp's own algorithm where one is named, one algorithm
    /// a chain.
    private boolean isPlain() {
        Set<String> used = new LinkedHashSet<>();
        for (List<Link> links : chains) {
            String hash = links.getFirst()
                    .stamp()
                    .getDigestAlgorithmIdentifier()
                    .getAlgorithm()
                    .getId();
            used.add(hash);
            for (Link link : links) {
                AlgorithmIdentifier named = link.stamp().getDigestAlgorithmIdentifier();
                if (!named.getAlgorithm().getId().equals(hash)
                        || !link.token().imprintAlgorithm().equals(hash)
                        || !isBare(named)
                        || hasAttributes(link.stamp())) {
                    return false;
                }
            }
        }
        AlgorithmIdentifier[] listed = record.getDigestAlgorithms();
        return ASN1Sequence.getInstance(record.toASN1Primitive()).size() == 3
                && List.copyOf(used)
                        .equals(Stream.of(listed)
                                .map(each -> each.getAlgorithm().getId())
                                .toList())
                && Stream.of(listed).allMatch(EvidenceRecord::isBare);
    }

    private static boolean hasAttributes(ArchiveTimeStamp stamp) {
        for (ASN1Encodable field : ASN1Sequence.getInstance(stamp.toASN1Primitive())) {
            if (field instanceof ASN1TaggedObject tagged && tagged.getTagNo() == ATTRIBUTES) return true;
        }
        return false;
    }

    private static boolean isBare(AlgorithmIdentifier algorithm) {
        return algorithm.getParameters() == null || algorithm.getParameters().equals(DERNull.INSTANCE);
    }

    static byte[] digest(String hash, byte[] data) throws GeneralSecurityException {
        return MessageDigest.getInstance(hash).digest(data);
    }

    private static byte[] concatenated(List<byte[]> parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        return all.toByteArray();
    }

    static byte[] der(ASN1Object object) {
        try {
            return object.getEncoded(ASN1Encoding.DER);
        } catch (IOException impossible) {
            throw new IllegalStateException("what was read cannot be written", impossible);
        }
    }
}
