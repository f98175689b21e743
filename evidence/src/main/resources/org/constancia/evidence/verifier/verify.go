// Verify checks log proofs of a Constancia dossier with Google's golang.org/x/mod/sumdb packages, independently of
// Constancia's own code.
//
//	verify inclusion   POLICY PROOF.tlog-proof ENTRY.json
//	verify consistency POLICY OLD-CHECKPOINT NEW-CHECKPOINT PROOF
//	verify checkpoint  POLICY CHECKPOINT
//
// POLICY is the verifier's own file (c2sp.org/tlog-policy), never one taken from the dossier on trust. Exit status: 0
// valid, 1 invalid, 2 cannot tell (unreadable files, or a policy that needs a signature type this program lacks).
//
// On Debian 12: apt install golang-go golang-golang-x-mod-dev, then
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go build -o verify verify.go
package main

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

var errCannotTell = errors.New("cannot tell")

var strict = base64.StdEncoding.Strict()

// checkpoint is the text of a signed note: origin, size, root.
type checkpoint struct {
	origin string
	size   int64
	root   tlog.Hash
}

// quorum is a witness (key set) or a group of names.
type quorum struct {
	witness   note.Verifier
	threshold int
	members   []string
}

type policy struct {
	logs   map[string][]note.Verifier
	named  map[string]quorum
	quorum string
}

// cosigner verifies c2sp.org/tlog-cosignature of type 0x04: Ed25519 over a time and the text.
type cosigner struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func (c *cosigner) Name() string    { return c.name }
func (c *cosigner) KeyHash() uint32 { return c.hash }
func (c *cosigner) Verify(msg, sig []byte) bool {
	if len(sig) != 8+ed25519.SignatureSize || sig[0] >= 0x80 {
		return false
	}
	signed := fmt.Sprintf("cosignature/v1\ntime %d\n%s", binary.BigEndian.Uint64(sig), msg)
	return ed25519.Verify(c.key, []byte(signed), sig[8:])
}

func readKey(text string) (note.Verifier, byte, error) {
	parts := strings.SplitN(text, "+", 3)
	if len(parts) != 3 {
		return nil, 0, errors.New("malformed key")
	}
	key, err := strict.DecodeString(parts[2])
	if err != nil || len(key) == 0 {
		return nil, 0, errors.New("malformed key")
	}
	sum := sha256.Sum256(append([]byte(parts[0]+"\n"), key...))
	id := binary.BigEndian.Uint32(sum[:])
	if fmt.Sprintf("%08x", id) != parts[1] {
		return nil, 0, errors.New("the key id does not belong to the key")
	}
	switch key[0] {
	case 0x01:
		verifier, err := note.NewVerifier(text)
		return verifier, key[0], err
	case 0x04:
		if len(key) != 1+ed25519.PublicKeySize {
			return nil, 0, errors.New("malformed key")
		}
		return &cosigner{parts[0], id, key[1:]}, key[0], nil
	default:
		// A type this program does not check; it counts only if the quorum needs it.
		return nil, key[0], nil
	}
}

func readPolicy(text string) (*policy, error) {
	p := &policy{logs: map[string][]note.Verifier{}, named: map[string]quorum{}}
	for number, line := range strings.Split(text, "\n") {
		words := strings.Fields(line)
		if len(words) == 0 || strings.HasPrefix(words[0], "#") {
			continue
		}
		wrong := fmt.Errorf("policy line %d", number+1)
		switch {
		case words[0] == "log" && len(words) >= 2:
			verifier, _, err := readKey(words[1])
			if err != nil {
				return nil, wrong
			}
			if verifier != nil {
				p.logs[verifier.Name()] = append(p.logs[verifier.Name()], verifier)
			}
		case words[0] == "witness" && len(words) >= 3:
			verifier, kind, err := readKey(words[2])
			if err != nil || kind == 0x01 {
				return nil, wrong
			}
			p.named[words[1]] = quorum{witness: verifier}
		case words[0] == "group" && len(words) >= 4:
			threshold := 1
			if words[2] == "all" {
				threshold = len(words) - 3
			} else if words[2] != "any" {
				var err error
				if threshold, err = strconv.Atoi(words[2]); err != nil || threshold < 1 {
					return nil, wrong
				}
			}
			p.named[words[1]] = quorum{threshold: threshold, members: words[3:]}
		case words[0] == "quorum" && len(words) == 2 && p.quorum == "":
			p.quorum = words[1]
		default:
			return nil, wrong
		}
	}
	if p.quorum == "" {
		return nil, errors.New("policy without quorum")
	}
	return p, nil
}

// met tells whether enough have cosigned. A quorum that only a type unknown to this program could meet cannot be told.
func (p *policy) met(name string, cosigned map[string]bool) (bool, error) {
	if name == "none" {
		return true, nil
	}
	q, known := p.named[name]
	switch {
	case !known:
		return false, errors.New("policy: undefined " + name)
	case len(q.members) == 0 && q.witness == nil:
		return false, errCannotTell
	case len(q.members) == 0:
		return cosigned[name], nil
	}
	count := 0
	unclear := false
	for _, member := range q.members {
		ok, err := p.met(member, cosigned)
		if ok {
			count++
		}
		unclear = unclear || err != nil
	}
	if count < q.threshold && unclear {
		return false, errCannotTell
	}
	return count >= q.threshold, nil
}

// open verifies a signed checkpoint against the policy.
func (p *policy) open(message []byte) (*checkpoint, error) {
	blank := strings.LastIndex(string(message), "\n\n")
	if blank < 0 {
		return nil, errors.New("not a signed note")
	}
	for _, line := range strings.Split(strings.TrimSuffix(string(message[blank+2:]), "\n"), "\n") {
		// Two spellings of one signature would let bytes change unseen.
		if _, err := strict.DecodeString(line[strings.LastIndex(line, " ")+1:]); err != nil {
			return nil, errors.New("a signature that cannot be read")
		}
	}
	c, err := parseCheckpoint(string(message[:blank+1]))
	if err != nil {
		return nil, err
	}
	logs := p.logs[c.origin]
	if len(logs) == 0 {
		return nil, errors.New("the policy knows no log " + c.origin)
	}
	if _, err = note.Open(message, note.VerifierList(logs...)); err != nil {
		return nil, err
	}
	cosigned := map[string]bool{}
	for name, q := range p.named {
		if q.witness == nil {
			continue
		}
		_, err := note.Open(message, note.VerifierList(q.witness))
		var unverified *note.UnverifiedNoteError
		switch {
		case err == nil:
			cosigned[name] = true
		case !errors.As(err, &unverified):
			return nil, err
		}
	}
	met, err := p.met(p.quorum, cosigned)
	if err != nil {
		return nil, err
	}
	if !met {
		return nil, errors.New("the quorum of witnesses is not met")
	}
	return c, nil
}

func parseCheckpoint(text string) (*checkpoint, error) {
	lines := strings.Split(text, "\n")
	if len(lines) < 4 {
		return nil, errors.New("not a checkpoint")
	}
	for _, line := range lines[:len(lines)-1] {
		if line == "" {
			return nil, errors.New("not a checkpoint: empty line")
		}
	}
	size, err := parseNumber(lines[1])
	if err != nil {
		return nil, err
	}
	root, err := parseHash(lines[2])
	if err != nil {
		return nil, err
	}
	return &checkpoint{lines[0], size, root}, nil
}

// parseNumber takes digits only, without sign and leading zeros.
func parseNumber(text string) (int64, error) {
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil || strconv.FormatInt(n, 10) != text || n < 0 {
		return 0, errors.New("not a number")
	}
	return n, nil
}

func parseHash(line string) (hash tlog.Hash, err error) {
	bytes, err := strict.DecodeString(line)
	if err != nil || len(bytes) != tlog.HashSize || strings.Contains(line, "\r") {
		return hash, errors.New("not a hash")
	}
	copy(hash[:], bytes)
	return hash, nil
}

func verifyInclusion(p *policy, proof, entry []byte) error {
	text := string(proof)
	blank := strings.Index(text, "\n\n")
	if blank < 0 || !utf8.ValidString(text) {
		return errors.New("not a log proof")
	}
	lines := strings.Split(text[:blank], "\n")
	if lines[0] != "c2sp.org/tlog-proof@v1" {
		return errors.New("another first line")
	}
	lines = lines[1:]
	if len(lines) > 0 && strings.HasPrefix(lines[0], "extra ") {
		if _, err := strict.DecodeString(lines[0][6:]); err != nil || strings.Contains(lines[0], "\r") {
			return errors.New("extra data that are not base64")
		}
		lines = lines[1:]
	}
	if len(lines) == 0 || !strings.HasPrefix(lines[0], "index ") {
		return errors.New("no index")
	}
	index, err := parseNumber(lines[0][6:])
	if err != nil {
		return err
	}
	var path tlog.RecordProof
	for _, line := range lines[1:] {
		hash, err := parseHash(line)
		if err != nil {
			return err
		}
		path = append(path, hash)
	}
	c, err := p.open([]byte(text[blank+2:]))
	if err != nil {
		return err
	}
	if index >= c.size {
		return errors.New("no such entry")
	}
	return tlog.CheckRecord(path, c.size, c.root, index, tlog.RecordHash(entry))
}

func verifyConsistency(p *policy, older, newer, proof []byte) error {
	o, err := p.open(older)
	if err != nil {
		return err
	}
	n, err := p.open(newer)
	if err != nil {
		return err
	}
	lines := strings.Split(string(proof), "\n")
	if len(lines) < 4 || lines[0] != "constancia consistency v1" || lines[len(lines)-1] != "" ||
		lines[1] != fmt.Sprint("old ", o.size) || lines[2] != fmt.Sprint("new ", n.size) || o.origin != n.origin {
		return errors.New("not a consistency proof of these checkpoints")
	}
	var path tlog.TreeProof
	for _, line := range lines[3 : len(lines)-1] {
		hash, err := parseHash(line)
		if err != nil {
			return err
		}
		path = append(path, hash)
	}
	return tlog.CheckTree(path, n.size, n.root, o.size, o.root)
}

func main() {
	arguments := map[string]int{"inclusion": 5, "consistency": 6, "checkpoint": 4}
	if len(os.Args) < 2 || arguments[os.Args[1]] != len(os.Args) {
		fmt.Fprintln(os.Stderr, "usage: verify inclusion|consistency|checkpoint POLICY FILE...")
		os.Exit(2)
	}
	var files [][]byte
	for _, name := range os.Args[2:] {
		bytes, err := os.ReadFile(name)
		if err != nil {
			fmt.Println("CANNOT TELL", err)
			os.Exit(2)
		}
		files = append(files, bytes)
	}
	p, err := readPolicy(string(files[0]))
	if err != nil {
		fmt.Println("CANNOT TELL", err)
		os.Exit(2)
	}
	switch os.Args[1] {
	case "inclusion":
		err = verifyInclusion(p, files[1], files[2])
	case "consistency":
		err = verifyConsistency(p, files[1], files[2], files[3])
	case "checkpoint":
		_, err = p.open(files[1])
	}
	switch {
	case err == nil:
		fmt.Println("VALID", os.Args[1])
	case errors.Is(err, errCannotTell):
		fmt.Println("CANNOT TELL: the policy needs a signature type this program does not check")
		os.Exit(2)
	default:
		fmt.Println("INVALID", err)
		os.Exit(1)
	}
}
