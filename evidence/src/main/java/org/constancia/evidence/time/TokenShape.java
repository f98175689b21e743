package org.constancia.evidence.time;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.tsp.TimeStampToken;

/// The parts of a time stamp that stand outside every signature: versions, types, the list of digest
/// algorithms, the signer's name. Each has one right value (RFC 3161, section 2.4.2; RFC 5652, section 5), so
/// that any other is a sign of tampering, although it would prove nothing false.
final class TokenShape {
    private TokenShape() {}

    static boolean isPlain(TimeStampToken token, X509CertificateHolder signer) {
        ContentInfo content = token.toCMSSignedData().toASN1Structure();
        if (!content.getContentType().equals(PKCSObjectIdentifiers.signedData)) return false;
        SignedData signed = SignedData.getInstance(content.getContent());
        return signed.getVersion().intValueExact() == 3
                && signed.getEncapContentInfo().getContent() instanceof ASN1OctetString
                && signed.getCertificates().size()
                        == token.getCertificates().getMatches(null).size()
                && signed.getCRLs() == null
                && signed.getSignerInfos().size() == 1
                && isPlain(SignerInfo.getInstance(signed.getSignerInfos().getObjectAt(0)), token, signer);
    }

    private static boolean isPlain(SignerInfo info, TimeStampToken token, X509CertificateHolder signer) {
        return info.getVersion().intValueExact() == 1
                && token.toCMSSignedData().getDigestAlgorithmIDs().equals(Set.of(info.getDigestAlgorithm()))
                && Arrays.equals(
                        encoded(IssuerAndSerialNumber.getInstance(info.getSID().getId())
                                .getName()),
                        encoded(signer.getIssuer()));
    }

    private static byte[] encoded(X500Name name) {
        try {
            return name.getEncoded();
        } catch (IOException impossible) {
            throw new IllegalStateException("a name that was read cannot be written", impossible);
        }
    }
}
