package org.constancia.evidence.time;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.tsp.ArchiveTimeStamp;
import org.bouncycastle.asn1.tsp.ArchiveTimeStampChain;
import org.bouncycastle.asn1.tsp.ArchiveTimeStampSequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.ers.ERSArchiveTimeStamp;
import org.bouncycastle.tsp.ers.ERSArchiveTimeStampGenerator;
import org.bouncycastle.tsp.ers.ERSByteData;
import org.bouncycastle.tsp.ers.ERSCachingData;
import org.bouncycastle.tsp.ers.ERSData;
import org.bouncycastle.tsp.ers.ERSDataGroup;
import org.bouncycastle.tsp.ers.ERSException;

/// Begins evidence records and renews them, any number with one request to the authority: what they cover
/// become the leaves of a hash tree (RFC 4998, section 4.2), and each record takes its own branch.
final class ArchiveTimestamping {
    private final TimestampAuthority authority;
    private final SecureRandom random;

    ArchiveTimestamping(TimestampAuthority authority, SecureRandom random) {
        this.authority = authority;
        this.random = random;
    }

    /// The first archive time stamp over each group.
    ///
    /// @return a record for each group, in the same order
    /// @throws IOException when the authority cannot be asked or answers something else
    List<EvidenceRecord> begin(List<List<byte[]>> groups, ArchiveHash hash) throws IOException {
        List<ERSData> data = new ArrayList<>();
        for (List<byte[]> group : groups) data.add(group(group));
        List<EvidenceRecord> records = new ArrayList<>();
        for (ArchiveTimeStamp stamp : stamps(data, hash)) {
            records.add(record(new org.bouncycastle.asn1.tsp.EvidenceRecord(
                    new AlgorithmIdentifier[] {hash.identifier()},
                    null,
                    null,
                    new ArchiveTimeStampSequence(new ArchiveTimeStampChain(stamp)))));
        }
        return records;
    }

    /// Another stamp over the last one of each, by the same hash (time-stamp renewal, section 5.2).
    ///
    /// @param records all with the same hash
    List<EvidenceRecord> renew(List<EvidenceRecord> records, ArchiveHash hash) throws IOException {
        List<ERSData> data = new ArrayList<>();
        for (EvidenceRecord each : records) data.add(new ERSByteData(each.lastStamp()));
        return appended(records, stamps(data, hash), false);
    }

    /// A new chain over the data and all chains before it, by another hash (hash-tree renewal, section 5.2).
    List<EvidenceRecord> rehash(List<EvidenceRecord> records, List<List<byte[]>> groups, ArchiveHash hash)
            throws IOException {
        List<ERSData> data = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            byte[] chains = records.get(i).allChains();
            List<ERSData> members = new ArrayList<>();
            for (byte[] member : groups.get(i)) members.add(new BoundData(member, chains, hash));
            data.add(members.size() == 1 ? members.getFirst() : new ERSDataGroup(members));
        }
        return appended(records, stamps(data, hash), true);
    }

    private static ERSData group(List<byte[]> group) {
        List<ERSData> members = new ArrayList<>();
        for (byte[] member : group) members.add(new ERSByteData(member));
        return members.size() == 1 ? members.getFirst() : new ERSDataGroup(members);
    }

    /// A member whose hash is bound to the chains before.
    private static final class BoundData extends ERSCachingData {
        private final byte[] member;
        private final byte[] chains;
        private final ArchiveHash hash;

        BoundData(byte[] member, byte[] chains, ArchiveHash hash) {
            this.member = member;
            this.chains = chains;
            this.hash = hash;
        }

        @Override
        protected byte[] calculateHash(DigestCalculator unused, byte[] none) {
            try {
                byte[] own = EvidenceRecord.digest(hash.algorithm(), member);
                byte[] before = EvidenceRecord.digest(hash.algorithm(), chains);
                byte[] both = new byte[own.length + before.length];
                System.arraycopy(own, 0, both, 0, own.length);
                System.arraycopy(before, 0, both, own.length, before.length);
                return EvidenceRecord.digest(hash.algorithm(), both);
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("this Java lacks " + hash.algorithm(), impossible);
            }
        }
    }

    private static List<EvidenceRecord> appended(
            List<EvidenceRecord> records, List<ArchiveTimeStamp> stamps, boolean newChain) throws IOException {
        List<EvidenceRecord> longer = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            longer.add(record(records.get(i).structure().addArchiveTimeStamp(stamps.get(i), newChain)));
        }
        return longer;
    }

    private static EvidenceRecord record(org.bouncycastle.asn1.tsp.EvidenceRecord structure) throws IOException {
        try {
            return new EvidenceRecord(structure);
        } catch (TSPException failure) {
            throw new IOException("the evidence record cannot be made", failure);
        }
    }

    private List<ArchiveTimeStamp> stamps(List<ERSData> data, ArchiveHash hash) throws IOException {
        try {
            ERSArchiveTimeStampGenerator tree = new ERSArchiveTimeStampGenerator(
                    new JcaDigestCalculatorProviderBuilder().build().get(hash.identifier()));
            tree.addAllData(data);
            TimeStampRequestGenerator requests = new TimeStampRequestGenerator();
            requests.setCertReq(true);
            TimeStampRequest request = tree.generateTimeStampRequest(requests, new BigInteger(64, random));
            TimeStampResponse response = new TimeStampResponse(authority.stamp(request.getEncoded()));
            response.validate(request);
            if (response.getTimeStampToken() == null) {
                throw new IOException("the time-stamp authority refused the request: " + response.getStatusString());
            }
            return data.size() == 1
                    ? List.of(tree.generateArchiveTimeStamp(response).toASN1Structure())
                    : tree.generateArchiveTimeStamps(response).stream()
                            .map(ERSArchiveTimeStamp::toASN1Structure)
                            .toList();
        } catch (TSPException | ERSException | OperatorCreationException failure) {
            throw new IOException("the time-stamp authority's answer cannot be used", failure);
        }
    }
}
