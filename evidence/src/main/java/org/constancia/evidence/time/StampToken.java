package org.constancia.evidence.time;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderResult;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/// What a time-stamp authority signed: an imprint and a time (RFC 3161, section 2.4.2). It stands in a
/// response, or in an evidence record.
final class StampToken {
    /// Hashes still believed to be hard to collide, by their object identifier.
    private static final Map<String, String> IMPRINTS = Map.of(
            "2.16.840.1.101.3.4.2.1", "SHA-256",
            "2.16.840.1.101.3.4.2.2", "SHA-384",
            "2.16.840.1.101.3.4.2.3", "SHA-512");

    private final TimeStampToken token;

    StampToken(TimeStampToken token) {
        this.token = token;
    }

    /// @throws TSPException when it is none
    static StampToken of(ContentInfo content) throws TSPException, IOException {
        return new StampToken(new TimeStampToken(content));
    }

    Instant time() {
        return token.getTimeStampInfo().getGenTime().toInstant();
    }

    /// The name of the hash of the imprint, if it is one that is accepted.
    Optional<String> findHash() {
        return Optional.ofNullable(IMPRINTS.get(imprintAlgorithm()));
    }

    /// The object identifier of the hash of the imprint.
    String imprintAlgorithm() {
        return token.getTimeStampInfo().getMessageImprintAlgOID().getId();
    }

    /// When the first of the enclosed certificates ends. Until then the stamp can be checked as of today; a
    /// renewal has to come before.
    Instant expiry() {
        Instant first = Instant.MAX;
        for (X509CertificateHolder certificate : enclosed()) {
            Instant end = certificate.getNotAfter().toInstant();
            if (end.isBefore(first)) first = end;
        }
        return first;
    }

    /// Whether the token is over these bytes and leads to one of these roots as of its own time.
    Timestamp.Result verify(byte[] data, Collection<X509Certificate> roots) {
        Optional<String> hash = findHash();
        if (hash.isEmpty()) return new Timestamp.Result.Invalid("the hash algorithm is not accepted");
        try {
            return verifyImprint(MessageDigest.getInstance(hash.get()).digest(data), roots);
        } catch (GeneralSecurityException failure) {
            return doesNotVerify(failure);
        }
    }

    /// The same, where the hash of the bytes is known.
    Timestamp.Result verifyImprint(byte[] imprint, Collection<X509Certificate> roots) {
        if (findHash().isEmpty()) return new Timestamp.Result.Invalid("the hash algorithm is not accepted");
        if (!MessageDigest.isEqual(imprint, token.getTimeStampInfo().getMessageImprintDigest())) {
            return new Timestamp.Result.Invalid("the stamp is over other bytes");
        }
        try {
            List<X509CertificateHolder> signers =
                    new ArrayList<>(token.getCertificates().getMatches(token.getSID()));
            if (signers.size() != 1) {
                return new Timestamp.Result.Invalid("the authority's certificate is not enclosed");
            }
            if (!TokenShape.isPlain(token, signers.getFirst())) {
                return new Timestamp.Result.Invalid("the parts that nobody signed are not as RFC 3161 wants them");
            }
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signers.getFirst()));
            X509Certificate signer = new JcaX509CertificateConverter().getCertificate(signers.getFirst());
            checkChain(signer, roots);
            return new Timestamp.Result.Valid(
                    time(), signer.getSubjectX500Principal().getName());
        } catch (GeneralSecurityException | TSPException | OperatorCreationException | RuntimeException failure) {
            return doesNotVerify(failure);
        }
    }

    private static Timestamp.Result doesNotVerify(Exception failure) {
        return new Timestamp.Result.Invalid("the stamp does not verify: " + failure.getMessage());
    }

    // BouncyCastle's stores have no generic way to say "every certificate".
    @SuppressWarnings("unchecked")
    private Collection<X509CertificateHolder> enclosed() {
        return token.getCertificates().getMatches(null);
    }

    private void checkChain(X509Certificate signer, Collection<X509Certificate> roots) throws GeneralSecurityException {
        Set<TrustAnchor> anchors = new HashSet<>();
        roots.forEach(root -> anchors.add(new TrustAnchor(root, null)));
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(signer);
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(time()));
        List<X509Certificate> enclosed = new ArrayList<>();
        for (X509CertificateHolder holder : enclosed()) {
            enclosed.add(new JcaX509CertificateConverter().getCertificate(holder));
        }
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(enclosed)));
        CertPathBuilderResult chain = CertPathBuilder.getInstance("PKIX").build(parameters);
        for (X509Certificate certificate : enclosed) {
            if (!chain.getCertPath().getCertificates().contains(certificate) && !roots.contains(certificate)) {
                throw new GeneralSecurityException("a certificate is enclosed that does not belong to the chain");
            }
        }
    }
}
