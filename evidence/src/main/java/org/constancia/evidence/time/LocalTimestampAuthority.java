package org.constancia.evidence.time;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/// An authority on this machine: our own statement of the time, signed. It helps where there is no network, and
/// it is named self-asserted wherever it appears, because whoever runs the machine could set its clock.
public final class LocalTimestampAuthority implements TimestampAuthority {
    private static final ASN1ObjectIdentifier TEST_POLICY = new ASN1ObjectIdentifier("1.3.6.1.4.1.13762.3");
    private static final String SIGNATURE = "SHA256withECDSA";

    private final Clock clock;
    private final SecureRandom random;
    private final X509Certificate root;
    private final X509Certificate certificate;
    private final KeyPair keys;

    /// Makes an authority with a fresh root and certificate, valid from a day ago for `validity`.
    public LocalTimestampAuthority(Clock clock, SecureRandom random, Duration validity) {
        this.clock = clock;
        this.random = random;
        try {
            KeyPair rootKeys = generate();
            keys = generate();
            X500Name rootName = new X500Name("CN=Self-asserted time root");
            Instant from = clock.instant().minus(Duration.ofDays(1));
            Instant to = clock.instant().plus(validity);
            X509v3CertificateBuilder ofRoot = new JcaX509v3CertificateBuilder(
                    rootName, serial(), Date.from(from), Date.from(to), rootName, rootKeys.getPublic());
            ofRoot.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            ofRoot.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
            root = sign(ofRoot, rootKeys);
            X509v3CertificateBuilder own = new JcaX509v3CertificateBuilder(
                    rootName,
                    serial(),
                    Date.from(from),
                    Date.from(to),
                    new X500Name("CN=Self-asserted time"),
                    keys.getPublic());
            own.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
            own.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            certificate = sign(own, rootKeys);
        } catch (GeneralSecurityException | OperatorCreationException | IOException failure) {
            throw new IllegalStateException("this Java cannot make certificates", failure);
        }
    }

    @Override
    public String name() {
        return "self-asserted";
    }

    /// The root that vouches for this authority.
    public X509Certificate root() {
        return root;
    }

    /// The root as PEM, for a dossier.
    public String rootPem() {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            pem.writeObject(root);
        } catch (IOException impossible) {
            throw new IllegalStateException("a certificate cannot be written", impossible);
        }
        return text.toString();
    }

    @Override
    public byte[] stamp(byte[] request) throws IOException {
        try {
            TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder().build(SIGNATURE, keys.getPrivate(), certificate),
                    new JcaDigestCalculatorProviderBuilder().build().get(new AlgorithmIdentifier(TSPAlgorithms.SHA256)),
                    TEST_POLICY);
            tokens.addCertificates(new JcaCertStore(List.of(certificate, root)));
            return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                    .generateGrantedResponse(
                            new TimeStampRequest(request), serial(), Date.from(clock.instant()), null, null)
                    .getEncoded();
        } catch (GeneralSecurityException | OperatorCreationException | TSPException failure) {
            throw new IOException("the local time-stamp authority failed", failure);
        }
    }

    private KeyPair generate() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator.generateKeyPair();
    }

    private BigInteger serial() {
        return new BigInteger(63, random);
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, KeyPair signer)
            throws OperatorCreationException, GeneralSecurityException {
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(SIGNATURE).build(signer.getPrivate())));
    }
}
