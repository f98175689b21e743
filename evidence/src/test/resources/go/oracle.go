// Oracle answers the tests' questions with the code of verify.go and golang.org/x/mod/sumdb, many at a time.
package main

import (
	"bufio"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

type memory []tlog.Hash

func (m memory) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	hashes := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		hashes[i] = m[index]
	}
	return hashes, nil
}

// conformance prints, for each size, a digest over the root and all proofs of the tree of the entries "0", "1", ...
func conformance(sizes int64) {
	var hashes memory
	for size := int64(1); size <= sizes; size++ {
		added, err := tlog.StoredHashes(size-1, []byte(strconv.FormatInt(size-1, 10)), hashes)
		must(err)
		hashes = append(hashes, added...)
		digest := sha256.New()
		root, err := tlog.TreeHash(size, hashes)
		must(err)
		digest.Write(root[:])
		for index := int64(0); index < size; index++ {
			proof, err := tlog.ProveRecord(size, index, hashes)
			must(err)
			for _, hash := range proof {
				digest.Write(hash[:])
			}
		}
		for older := int64(1); older <= size; older++ {
			proof, err := tlog.ProveTree(size, older, hashes)
			must(err)
			for _, hash := range proof {
				digest.Write(hash[:])
			}
		}
		fmt.Println(hex.EncodeToString(digest.Sum(nil)))
	}
}

// questions reads lines of base64 words: a kind and its files; prints 1 for valid and 0 for not.
func questions() {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	policies := map[string]*policy{}
	for {
		line, err := in.ReadString('\n')
		if err != nil {
			return
		}
		words := strings.Split(strings.TrimSuffix(line, "\n"), " ")
		var files [][]byte
		for _, word := range words[2:] {
			file, err := base64.StdEncoding.DecodeString(word)
			must(err)
			files = append(files, file)
		}
		p := policies[words[1]]
		if p == nil {
			text, err := base64.StdEncoding.DecodeString(words[1])
			must(err)
			p, err = readPolicy(string(text))
			must(err)
			policies[words[1]] = p
		}
		switch words[0] {
		case "inclusion":
			err = verifyInclusion(p, files[0], files[1])
		case "consistency":
			err = verifyConsistency(p, files[0], files[1], files[2])
		case "checkpoint":
			_, err = p.open(files[0])
		}
		if err == nil {
			fmt.Fprintln(out, "1")
		} else {
			fmt.Fprintln(out, "0")
		}
	}
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func init() {
	switch os.Getenv("ORACLE") {
	case "conformance":
		sizes, err := strconv.ParseInt(os.Args[1], 10, 64)
		must(err)
		conformance(sizes)
		os.Exit(0)
	case "questions":
		questions()
		os.Exit(0)
	}
}
